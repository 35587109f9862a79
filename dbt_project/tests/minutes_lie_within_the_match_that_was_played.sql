{{ config(meta={'dagster': {'ref': {'name': 'fact_goals'}}}) }}

-- Guards: a match has ninety minutes, or 120 after extra time; stoppage time is added to the last minute of a period; a goal's period
-- is that of its minute; the match of every goal and card is there.
-- A row is a goal or a card at a minute that its match did not have.
with moments as (
    select goal_id as moment_id, match_id, minute, stoppage, period, 'goal' as kind
    from {{ ref('fact_goals') }}
    union all
    select card_id as moment_id, match_id, minute, stoppage, {{ period_of('minute') }} as period, 'card' as kind
    from {{ ref('fact_cards') }}
)

select
    moments.*,
    matches.after_extra_time
from moments
left join {{ ref('fact_matches') }} as matches on moments.match_id = matches.match_id
where matches.match_id is null
    or moments.minute < 1
    or moments.minute > case when matches.after_extra_time then 120 else 90 end
    or (moments.stoppage is not null and coalesce(moments.minute, 0) not in (45, 90, 105, 120))
    or moments.stoppage < 1
    or moments.stoppage > 30
    or moments.period is distinct from {{ period_of('moments.minute') }}
