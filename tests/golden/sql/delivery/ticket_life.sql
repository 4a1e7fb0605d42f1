SELECT
  *
FROM (
  SELECT
    "t3"."ticket_id",
    "t3"."title",
    "t3"."line",
    "t3"."class",
    "t3"."grade",
    "t3"."system",
    "t3"."department",
    "t3"."priority",
    "t3"."committed_on",
    "t3"."effort_days",
    "t9"."received_on",
    "t9"."accepted_on",
    "t9"."tested_on",
    "t9"."released_on",
    "t9"."voided_on",
    "t9"."closed_on",
    "t5"."window_on",
    "t9"."cycle_days",
    "t9"."lead_days",
    "t9"."waiting_days",
    "t9"."test_submissions",
    "t9"."test_returns",
    "t9"."changes",
    "t9"."postponements"
  FROM "delivery"."ticket" AS "t3"
  INNER JOIN (
    SELECT
      "t7"."ticket_id",
      "t7"."received_at",
      "t7"."accepted_at",
      "t7"."tested_at",
      "t7"."released_at",
      "t7"."voided_at",
      "t7"."test_submissions",
      "t7"."test_returns",
      "t7"."changes",
      "t7"."postponements",
      "t7"."received_on",
      "t7"."accepted_on",
      "t7"."tested_on",
      "t7"."released_on",
      "t7"."voided_on",
      "t7"."lead_days",
      "t7"."cycle_days",
      "t7"."intake_days",
      "t7"."shelf_days",
      CASE
        WHEN "t7"."released_at" IS NOT NULL
        THEN "t7"."intake_days" + "t7"."shelf_days"
        ELSE NULL
      END AS "waiting_days",
      LEAST("t7"."released_on", "t7"."voided_on") AS "closed_on"
    FROM (
      SELECT
        "t6"."ticket_id",
        "t6"."received_at",
        "t6"."accepted_at",
        "t6"."tested_at",
        "t6"."released_at",
        "t6"."voided_at",
        "t6"."test_submissions",
        "t6"."test_returns",
        "t6"."changes",
        "t6"."postponements",
        CAST("t6"."received_at" + TO_SECONDS(28800) AS DATE) AS "received_on",
        CAST("t6"."accepted_at" + TO_SECONDS(28800) AS DATE) AS "accepted_on",
        CAST("t6"."tested_at" + TO_SECONDS(28800) AS DATE) AS "tested_on",
        CAST("t6"."released_at" + TO_SECONDS(28800) AS DATE) AS "released_on",
        CAST("t6"."voided_at" + TO_SECONDS(28800) AS DATE) AS "voided_on",
        (
          CAST(FLOOR(EPOCH(CAST("t6"."released_at" AS TIMESTAMP))) AS BIGINT) - CAST(FLOOR(EPOCH(CAST("t6"."received_at" AS TIMESTAMP))) AS BIGINT)
        ) / 86400 AS "lead_days",
        (
          CAST(FLOOR(EPOCH(CAST("t6"."released_at" AS TIMESTAMP))) AS BIGINT) - CAST(FLOOR(EPOCH(CAST(COALESCE("t6"."accepted_at", "t6"."received_at") AS TIMESTAMP))) AS BIGINT)
        ) / 86400 AS "cycle_days",
        COALESCE(
          (
            CAST(FLOOR(EPOCH(CAST("t6"."accepted_at" AS TIMESTAMP))) AS BIGINT) - CAST(FLOOR(EPOCH(CAST("t6"."received_at" AS TIMESTAMP))) AS BIGINT)
          ) / 86400,
          0
        ) AS "intake_days",
        COALESCE(
          (
            CAST(FLOOR(EPOCH(CAST("t6"."released_at" AS TIMESTAMP))) AS BIGINT) - CAST(FLOOR(EPOCH(CAST("t6"."tested_at" AS TIMESTAMP))) AS BIGINT)
          ) / 86400,
          0
        ) AS "shelf_days"
      FROM (
        SELECT
          "t2"."ticket_id",
          COALESCE(MIN("t2"."at") FILTER(WHERE
            "t2"."step" = 'received'), MIN("t2"."at")) AS "received_at",
          MIN("t2"."at") FILTER(WHERE
            "t2"."step" = 'accepted') AS "accepted_at",
          MAX("t2"."at") FILTER(WHERE
            "t2"."step" = 'tested') AS "tested_at",
          MAX("t2"."at") FILTER(WHERE
            "t2"."step" = 'released') AS "released_at",
          MIN("t2"."at") FILTER(WHERE
            "t2"."step" = 'voided') AS "voided_at",
          COUNT(*) FILTER(WHERE
            "t2"."step" = 'test_submitted') AS "test_submissions",
          COUNT(*) FILTER(WHERE
            "t2"."step" = 'test_returned') AS "test_returns",
          COUNT(*) FILTER(WHERE
            "t2"."step" = 'changed') AS "changes",
          COUNT(*) FILTER(WHERE
            "t2"."step" = 'postponed') AS "postponements"
        FROM "delivery"."ticket_event" AS "t2"
        GROUP BY
          1
      ) AS "t6"
    ) AS "t7"
  ) AS "t9"
    ON "t3"."ticket_id" = "t9"."ticket_id"
  LEFT OUTER JOIN (
    SELECT
      "t1"."window_on"
    FROM "delivery"."release_window" AS "t1"
    WHERE
      "t1"."kind" = 'planned'
  ) AS "t5"
    ON "t9"."released_on" = "t5"."window_on"
) AS "t10"
ORDER BY
  "t10"."ticket_id" ASC
