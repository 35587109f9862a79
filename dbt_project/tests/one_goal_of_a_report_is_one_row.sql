{{ config(meta={'dagster': {'ref': {'name': 'report_goals'}}}) }}

-- Guards: a document that tells one goal three times has one row for it.
-- A row is a scorer with two goals in the same minute of one match of one document.
select
    report_match_id,
    lower(scorer) as scorer,
    minute,
    coalesce(stoppage, 0) as stoppage,
    count(*) as goals
from {{ ref('report_goals') }}
where minute is not null
group by report_match_id, lower(scorer), minute, coalesce(stoppage, 0)
having count(*) > 1
