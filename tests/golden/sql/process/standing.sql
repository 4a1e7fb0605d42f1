WITH "t9" AS (
  SELECT
    "t7"."department",
    "t7"."handler_id",
    "t7"."handler",
    "t7"."dwell_seconds",
    "t7"."overdue",
    "t7"."sent_back",
    "t7"."unread",
    "t6"."own_department"
  FROM (
    SELECT
      *
    FROM "process"."task" AS "t1"
    WHERE
      "t1"."period" = '2023-04'
      AND "t1"."decided"
      AND NOT (
        "t1"."delegated"
      )
      AND NOT (
        "t1"."away"
      )
  ) AS "t7"
  LEFT OUTER JOIN (
    SELECT
      "t2"."handler_id" AS "own_id",
      "t2"."department" AS "own_department"
    FROM "process"."handler" AS "t2"
  ) AS "t6"
    ON "t7"."handler_id" = "t6"."own_id"
)
SELECT
  "t25"."kind",
  "t25"."subject",
  "t25"."name",
  "t25"."department",
  "t25"."decisions",
  "t25"."median_seconds",
  "t25"."overdue_share",
  "t25"."returned_share",
  "t25"."unread_share",
  "t25"."eligible",
  "t25"."rank_share",
  "t25"."score",
  "t25"."margin",
  CASE
    WHEN "t25"."margin" <= 5
    THEN 'high'
    WHEN "t25"."margin" <= 10
    THEN 'medium'
    ELSE 'low'
  END AS "confidence",
  CASE WHEN "t25"."eligible" THEN "t25"."first" ELSE NULL END AS "place",
  CASE
    WHEN "t25"."eligible"
    AND (
      "t25"."first" <= 10
    )
    AND (
      "t25"."first" <= CAST(FLOOR((
        (
          "t25"."first" + "t25"."last"
        ) - 1
      ) / (
        2
      )) AS BIGINT)
    )
    THEN 'red'
    WHEN "t25"."eligible"
    AND (
      "t25"."last" <= 10
    )
    AND (
      "t25"."last" <= CAST(FLOOR((
        (
          "t25"."first" + "t25"."last"
        ) - 1
      ) / (
        2
      )) AS BIGINT)
    )
    THEN 'black'
    ELSE NULL
  END AS "listed",
  COALESCE("t25"."appealed", FALSE) AS "appealed"
FROM (
  SELECT
    "t24"."subject",
    "t24"."name",
    "t24"."department",
    "t24"."decisions",
    "t24"."median_seconds",
    "t24"."overdue",
    "t24"."returned",
    "t24"."unread",
    "t24"."kind",
    "t24"."eligible",
    "t24"."rank_share",
    "t24"."overdue_share",
    "t24"."returned_share",
    "t24"."unread_share",
    "t24"."score",
    "t24"."margin",
    "t24"."key",
    "t24"."first",
    "t24"."last",
    "t12"."key" AS "key_right",
    "t12"."appealed"
  FROM (
    SELECT
      "t22"."subject",
      "t22"."name",
      "t22"."department",
      "t22"."decisions",
      "t22"."median_seconds",
      "t22"."overdue",
      "t22"."returned",
      "t22"."unread",
      "t22"."kind",
      "t22"."eligible",
      "t22"."rank_share",
      "t22"."overdue_share",
      "t22"."returned_share",
      "t22"."unread_share",
      "t22"."score",
      "t22"."margin",
      "t22"."key",
      (
        ROW_NUMBER() OVER (
          PARTITION BY "t22"."kind", "t22"."eligible"
          ORDER BY "t22"."score" DESC, "t22"."subject" ASC
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) - 1
      ) + 1 AS "first",
      (
        ROW_NUMBER() OVER (
          PARTITION BY "t22"."kind", "t22"."eligible"
          ORDER BY "t22"."score" ASC, "t22"."subject" DESC
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) - 1
      ) + 1 AS "last"
    FROM (
      SELECT
        "t21"."subject",
        "t21"."name",
        "t21"."department",
        "t21"."decisions",
        "t21"."median_seconds",
        "t21"."overdue",
        "t21"."returned",
        "t21"."unread",
        "t21"."kind",
        "t21"."eligible",
        "t21"."rank_share",
        "t21"."overdue_share",
        "t21"."returned_share",
        "t21"."unread_share",
        (
          100 - (
            "t21"."rank_share" * 40
          )
        ) - (
          (
            "t21"."overdue_share" * 30
          ) + (
            "t21"."returned_share" * 20
          ) + (
            "t21"."unread_share" * 10
          )
        ) AS "score",
        (
          SQRT(
            (
              (
                (
                  "t21"."overdue" + 2
                ) * (
                  (
                    "t21"."decisions" + 4
                  ) - (
                    "t21"."overdue" + 2
                  )
                ) * 900
              ) + (
                (
                  "t21"."returned" + 2
                ) * (
                  (
                    "t21"."decisions" + 4
                  ) - (
                    "t21"."returned" + 2
                  )
                ) * 400
              ) + (
                (
                  "t21"."unread" + 2
                ) * (
                  (
                    "t21"."decisions" + 4
                  ) - (
                    "t21"."unread" + 2
                  )
                ) * 100
              )
            ) / (
              "t21"."decisions" + 4
            )
          ) / (
            "t21"."decisions" + 4
          )
        ) * 1.96 AS "margin",
        '2023-04/' || "t21"."kind" || '/' || "t21"."subject" AS "key"
      FROM (
        SELECT
          "t20"."subject",
          "t20"."name",
          "t20"."department",
          "t20"."decisions",
          "t20"."median_seconds",
          "t20"."overdue",
          "t20"."returned",
          "t20"."unread",
          "t20"."kind",
          "t20"."eligible",
          CASE
            WHEN "t20"."eligible"
            THEN PERCENT_RANK() OVER (
              PARTITION BY "t20"."kind", "t20"."eligible"
              ORDER BY "t20"."median_seconds" ASC
              ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
            )
            ELSE NULL
          END AS "rank_share",
          CAST("t20"."overdue" AS DOUBLE) / "t20"."decisions" AS "overdue_share",
          CAST("t20"."returned" AS DOUBLE) / "t20"."decisions" AS "returned_share",
          CAST("t20"."unread" AS DOUBLE) / "t20"."decisions" AS "unread_share"
        FROM (
          SELECT
            "t19"."subject",
            "t19"."name",
            "t19"."department",
            "t19"."decisions",
            "t19"."median_seconds",
            "t19"."overdue",
            "t19"."returned",
            "t19"."unread",
            "t19"."kind",
            "t19"."decisions" >= 20 AS "eligible"
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t15"."subject",
                "t15"."name",
                "t15"."department",
                "t15"."decisions",
                "t15"."median_seconds",
                "t15"."overdue",
                "t15"."returned",
                "t15"."unread",
                'department' AS "kind"
              FROM (
                SELECT
                  "t13"."department" AS "subject",
                  "t13"."department" AS "name",
                  "t13"."department",
                  COUNT(*) AS "decisions",
                  QUANTILE_CONT(CAST("t13"."dwell_seconds" AS DOUBLE), 0.5) AS "median_seconds",
                  SUM(CAST("t13"."overdue" AS INT)) AS "overdue",
                  SUM(CAST("t13"."sent_back" AS INT)) AS "returned",
                  SUM(CAST("t13"."unread" AS INT)) AS "unread"
                FROM (
                  SELECT
                    *
                  FROM "t9" AS "t10"
                  WHERE
                    "t10"."department" IS NOT NULL
                ) AS "t13"
                GROUP BY
                  1,
                  2,
                  3
              ) AS "t15"
            ) AS "t17"
            UNION ALL
            SELECT
              *
            FROM (
              SELECT
                "t16"."subject",
                "t16"."name",
                "t16"."department",
                "t16"."decisions",
                "t16"."median_seconds",
                "t16"."overdue",
                "t16"."returned",
                "t16"."unread",
                'person' AS "kind"
              FROM (
                SELECT
                  "t14"."handler_id" AS "subject",
                  "t14"."handler" AS "name",
                  "t14"."own_department" AS "department",
                  COUNT(*) AS "decisions",
                  QUANTILE_CONT(CAST("t14"."dwell_seconds" AS DOUBLE), 0.5) AS "median_seconds",
                  SUM(CAST("t14"."overdue" AS INT)) AS "overdue",
                  SUM(CAST("t14"."sent_back" AS INT)) AS "returned",
                  SUM(CAST("t14"."unread" AS INT)) AS "unread"
                FROM (
                  SELECT
                    *
                  FROM "t9" AS "t10"
                  WHERE
                    "t10"."handler_id" IS NOT NULL
                    AND "t10"."handler" IS NOT NULL
                    AND "t10"."own_department" IS NOT NULL
                ) AS "t14"
                GROUP BY
                  1,
                  2,
                  3
              ) AS "t16"
            ) AS "t18"
          ) AS "t19"
        ) AS "t20"
      ) AS "t21"
    ) AS "t22"
  ) AS "t24"
  LEFT OUTER JOIN (
    SELECT
      "t8"."key",
      TRUE AS "appealed"
    FROM (
      SELECT
        "t4"."judgement_id",
        "t4"."subject",
        "t4"."key",
        "t4"."verdict",
        "t4"."note",
        "t4"."judged_by",
        "t4"."judged_at",
        ROW_NUMBER() OVER (
          PARTITION BY "t4"."key"
          ORDER BY "t4"."judged_at" DESC, "t4"."judgement_id" DESC
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) - 1 AS "nth"
      FROM (
        SELECT
          *
        FROM "bank"."judgement" AS "t0"
        WHERE
          "t0"."subject" = 'process.answer'
      ) AS "t4"
    ) AS "t8"
    WHERE
      "t8"."nth" = 0 AND "t8"."verdict" = 'appealed'
  ) AS "t12"
    ON "t24"."key" = "t12"."key"
) AS "t25"
ORDER BY
  "t25"."kind" ASC,
  "t25"."subject" ASC
