WITH "t6" AS (
  SELECT
    *
  FROM "process"."econtract_step" AS "t2"
  WHERE
    "t2"."at" < MAKE_TIMESTAMPTZ(2023, 4, 30, 16, 0, 0.0, 'UTC')
), "t11" AS (
  SELECT
    "t5"."day",
    "t5"."midnight",
    SUM("t5"."worked") OVER (ORDER BY "t5"."day" ASC ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) - "t5"."worked" AS "opens",
    SUM("t5"."worked") OVER (ORDER BY "t5"."day" ASC ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "closes"
  FROM (
    SELECT
      "t1"."day",
      CAST("t1"."day" AS TIMESTAMP) AS "midnight",
      CASE WHEN "t1"."is_workday" THEN 27000000 ELSE 0 END AS "worked"
    FROM "bank"."calendar" AS "t1"
  ) AS "t5"
)
SELECT
  "t33"."flow_id",
  "t33"."title",
  "t33"."party",
  "t33"."department",
  "t33"."online",
  "t33"."pages",
  "t33"."applied_at",
  "t33"."archived_at",
  "t33"."archive_due_on",
  "t33"."milestone",
  "t33"."moved_at",
  CASE
    WHEN "t33"."archived_at" IS NULL
    THEN CASE
      WHEN "t33"."now_tick" < "t33"."moved_tick"
      THEN 0
      ELSE CAST(FLOOR((
        "t33"."now_tick" - "t33"."moved_tick"
      ) / (
        1000
      )) AS BIGINT)
    END
    ELSE NULL
  END / 27000 AS "idle_days",
  COALESCE(
    CASE
      WHEN "t33"."archived_at" IS NULL
      THEN CASE
        WHEN "t33"."now_tick" < "t33"."moved_tick"
        THEN 0
        ELSE CAST(FLOOR((
          "t33"."now_tick" - "t33"."moved_tick"
        ) / (
          1000
        )) AS BIGINT)
      END
      ELSE NULL
    END > 135000,
    FALSE
  ) AS "stalled",
  CASE
    WHEN COALESCE(
      CASE
        WHEN "t33"."archived_at" IS NULL
        THEN CASE
          WHEN "t33"."now_tick" < "t33"."moved_tick"
          THEN 0
          ELSE CAST(FLOOR((
            "t33"."now_tick" - "t33"."moved_tick"
          ) / (
            1000
          )) AS BIGINT)
        END
        ELSE NULL
      END > 135000,
      FALSE
    )
    THEN COALESCE(
      "t33"."finding",
      CASE WHEN "t33"."milestone" = 'invited' THEN 'vendor' ELSE 'desk' END
    )
    ELSE NULL
  END AS "reason",
  "t33"."returns",
  "t33"."returns_late",
  "t33"."resends",
  CASE
    WHEN "t33"."archived_tick" < "t33"."applied_tick"
    THEN 0
    ELSE CAST(FLOOR((
      "t33"."archived_tick" - "t33"."applied_tick"
    ) / (
      1000
    )) AS BIGINT)
  END AS "cycle_seconds"
FROM (
  SELECT
    "t32"."flow_id",
    "t32"."contract_no",
    "t32"."title",
    "t32"."department",
    "t32"."bank_name",
    "t32"."party",
    "t32"."applied_at",
    "t32"."online",
    "t32"."pages",
    "t32"."draft_hash",
    "t32"."archive_due_on",
    "t32"."counted_id",
    "t32"."moved_at",
    "t32"."returns",
    "t32"."returns_late",
    "t32"."resends",
    "t32"."archived_at",
    "t32"."milestone",
    "t32"."last_id",
    "t32"."finding",
    "t32"."failed_id",
    "t32"."as_of",
    "t22"."applied_tick_opens" + LEAST(
      GREATEST(
        LEAST(
          DATE_DIFF('MILLISECOND', "t22"."applied_tick_midnight", "t32"."applied_tick_shown") - 30600000,
          12600000
        ),
        0
      ) + GREATEST(
        LEAST(
          DATE_DIFF('MILLISECOND', "t22"."applied_tick_midnight", "t32"."applied_tick_shown") - 48600000,
          14400000
        ),
        0
      ),
      "t22"."applied_tick_closes" - "t22"."applied_tick_opens"
    ) AS "applied_tick",
    "t23"."archived_tick_opens" + LEAST(
      GREATEST(
        LEAST(
          DATE_DIFF('MILLISECOND', "t23"."archived_tick_midnight", "t32"."archived_tick_shown") - 30600000,
          12600000
        ),
        0
      ) + GREATEST(
        LEAST(
          DATE_DIFF('MILLISECOND', "t23"."archived_tick_midnight", "t32"."archived_tick_shown") - 48600000,
          14400000
        ),
        0
      ),
      "t23"."archived_tick_closes" - "t23"."archived_tick_opens"
    ) AS "archived_tick",
    "t24"."moved_tick_opens" + LEAST(
      GREATEST(
        LEAST(
          DATE_DIFF('MILLISECOND', "t24"."moved_tick_midnight", "t32"."moved_tick_shown") - 30600000,
          12600000
        ),
        0
      ) + GREATEST(
        LEAST(
          DATE_DIFF('MILLISECOND', "t24"."moved_tick_midnight", "t32"."moved_tick_shown") - 48600000,
          14400000
        ),
        0
      ),
      "t24"."moved_tick_closes" - "t24"."moved_tick_opens"
    ) AS "moved_tick",
    "t25"."now_tick_opens" + LEAST(
      GREATEST(
        LEAST(
          DATE_DIFF('MILLISECOND', "t25"."now_tick_midnight", "t32"."now_tick_shown") - 30600000,
          12600000
        ),
        0
      ) + GREATEST(
        LEAST(
          DATE_DIFF('MILLISECOND', "t25"."now_tick_midnight", "t32"."now_tick_shown") - 48600000,
          14400000
        ),
        0
      ),
      "t25"."now_tick_closes" - "t25"."now_tick_opens"
    ) AS "now_tick"
  FROM (
    SELECT
      "t30"."flow_id",
      "t30"."contract_no",
      "t30"."title",
      "t30"."department",
      "t30"."bank_name",
      "t30"."party",
      "t30"."applied_at",
      "t30"."online",
      "t30"."pages",
      "t30"."draft_hash",
      "t30"."archive_due_on",
      "t30"."counted_id",
      "t30"."moved_at",
      "t30"."returns",
      "t30"."returns_late",
      "t30"."resends",
      "t30"."archived_at",
      "t30"."milestone",
      "t30"."last_id",
      "t30"."finding",
      "t30"."failed_id",
      "t30"."as_of",
      CAST("t30"."applied_at" AS TIMESTAMP) + TO_SECONDS(28800) AS "applied_tick_shown",
      CAST("t30"."archived_at" AS TIMESTAMP) + TO_SECONDS(28800) AS "archived_tick_shown",
      CAST("t30"."moved_at" AS TIMESTAMP) + TO_SECONDS(28800) AS "moved_tick_shown",
      CAST("t30"."as_of" AS TIMESTAMP) + TO_SECONDS(28800) AS "now_tick_shown"
    FROM (
      SELECT
        "t8"."flow_id",
        "t8"."contract_no",
        "t8"."title",
        "t8"."department",
        "t8"."bank_name",
        "t8"."party",
        "t8"."applied_at",
        "t8"."online",
        "t8"."pages",
        "t8"."draft_hash",
        "t8"."archive_due_on",
        "t26"."counted_id",
        "t26"."moved_at",
        "t26"."returns",
        "t26"."returns_late",
        "t26"."resends",
        "t26"."archived_at",
        "t29"."milestone",
        "t29"."last_id",
        "t27"."finding",
        "t27"."failed_id",
        "t12"."as_of"
      FROM (
        SELECT
          *
        FROM "process"."econtract" AS "t0"
        WHERE
          "t0"."applied_at" < MAKE_TIMESTAMPTZ(2023, 4, 30, 16, 0, 0.0, 'UTC')
      ) AS "t8"
      INNER JOIN (
        SELECT
          "t9"."flow_id" AS "counted_id",
          MAX("t9"."at") AS "moved_at",
          COUNT(*) FILTER(WHERE
            "t9"."action" = 'return') AS "returns",
          COUNT(*) FILTER(WHERE
            (
              "t9"."action" = 'return'
            )
            AND (
              CASE
                WHEN "t9"."milestone" = 'applied'
                THEN 0
                WHEN "t9"."milestone" = 'department'
                THEN 1
                WHEN "t9"."milestone" = 'legal'
                THEN 2
                WHEN "t9"."milestone" = 'procurement'
                THEN 3
                WHEN "t9"."milestone" = 'seal_authority'
                THEN 4
                WHEN "t9"."milestone" = 'invited'
                THEN 5
                WHEN "t9"."milestone" = 'vendor_signed'
                THEN 6
                WHEN "t9"."milestone" = 'bank_sealed'
                THEN 7
                WHEN "t9"."milestone" = 'archived'
                THEN 8
                ELSE -1
              END > 3
            )) AS "returns_late",
          COUNT(*) FILTER(WHERE
            "t9"."action" = 'resend') AS "resends",
          MAX("t9"."at") FILTER(WHERE
            (
              "t9"."milestone" = 'archived'
            ) AND (
              "t9"."action" = 'pass'
            )) AS "archived_at"
        FROM "t6" AS "t9"
        GROUP BY
          1
      ) AS "t26"
        ON "t8"."flow_id" = "t26"."counted_id"
      INNER JOIN (
        SELECT
          "t15"."milestone",
          "t15"."flow_id" AS "last_id"
        FROM (
          SELECT
            "t9"."flow_id",
            "t9"."seq",
            "t9"."milestone",
            "t9"."at",
            "t9"."action",
            "t9"."returned_to",
            ROW_NUMBER() OVER (
              PARTITION BY "t9"."flow_id"
              ORDER BY "t9"."at" ASC, "t9"."seq" ASC
              ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
            ) - 1 AS "nth",
            COUNT(*) OVER (
              PARTITION BY "t9"."flow_id"
              ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
            ) AS "many"
          FROM "t6" AS "t9"
        ) AS "t15"
        WHERE
          "t15"."nth" = (
            "t15"."many" - 1
          )
      ) AS "t29"
        ON "t8"."flow_id" = "t29"."last_id"
      LEFT OUTER JOIN (
        SELECT
          "t13"."finding",
          "t13"."flow_id" AS "failed_id"
        FROM (
          SELECT
            "t7"."signature_id",
            "t7"."flow_id",
            "t7"."side",
            "t7"."expected",
            "t7"."seal_name",
            "t7"."subject",
            "t7"."signed_at",
            "t7"."signed_on",
            "t7"."seal_differs",
            "t7"."subject_differs",
            "t7"."unknown",
            "t7"."expired",
            "t7"."revoked",
            "t7"."altered",
            "t7"."attempt",
            "t7"."passed",
            "t7"."finding",
            ROW_NUMBER() OVER (
              PARTITION BY "t7"."flow_id"
              ORDER BY "t7"."signed_at" DESC, "t7"."signature_id" DESC
              ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
            ) - 1 AS "nth"
          FROM (
            SELECT
              *
            FROM "process"."seal_check" AS "t3"
            WHERE
              "t3"."signed_at" < MAKE_TIMESTAMPTZ(2023, 4, 30, 16, 0, 0.0, 'UTC')
          ) AS "t7"
        ) AS "t13"
        WHERE
          "t13"."nth" = 0 AND NOT (
            "t13"."passed"
          )
      ) AS "t27"
        ON "t8"."flow_id" = "t27"."failed_id"
      CROSS JOIN (
        SELECT
          MAX("t9"."at") AS "as_of"
        FROM "t6" AS "t9"
      ) AS "t12"
    ) AS "t30"
  ) AS "t32"
  LEFT OUTER JOIN (
    SELECT
      "t14"."day" AS "applied_tick_day",
      "t14"."midnight" AS "applied_tick_midnight",
      "t14"."opens" AS "applied_tick_opens",
      "t14"."closes" AS "applied_tick_closes"
    FROM "t11" AS "t14"
  ) AS "t22"
    ON CAST("t32"."applied_tick_shown" AS DATE) = "t22"."applied_tick_day"
  LEFT OUTER JOIN (
    SELECT
      "t14"."day" AS "archived_tick_day",
      "t14"."midnight" AS "archived_tick_midnight",
      "t14"."opens" AS "archived_tick_opens",
      "t14"."closes" AS "archived_tick_closes"
    FROM "t11" AS "t14"
  ) AS "t23"
    ON CAST("t32"."archived_tick_shown" AS DATE) = "t23"."archived_tick_day"
  LEFT OUTER JOIN (
    SELECT
      "t14"."day" AS "moved_tick_day",
      "t14"."midnight" AS "moved_tick_midnight",
      "t14"."opens" AS "moved_tick_opens",
      "t14"."closes" AS "moved_tick_closes"
    FROM "t11" AS "t14"
  ) AS "t24"
    ON CAST("t32"."moved_tick_shown" AS DATE) = "t24"."moved_tick_day"
  LEFT OUTER JOIN (
    SELECT
      "t14"."day" AS "now_tick_day",
      "t14"."midnight" AS "now_tick_midnight",
      "t14"."opens" AS "now_tick_opens",
      "t14"."closes" AS "now_tick_closes"
    FROM "t11" AS "t14"
  ) AS "t25"
    ON CAST("t32"."now_tick_shown" AS DATE) = "t25"."now_tick_day"
) AS "t33"
ORDER BY
  "t33"."flow_id" ASC
