WITH "t3" AS (
  SELECT
    "t0"."run_on",
    "t0"."job",
    "t0"."job" AS "link",
    0 AS "distance"
  FROM "operations"."batch_day" AS "t0"
  WHERE
    "t0"."late"
), "t15" AS (
  SELECT
    "t14"."run_on",
    "t14"."job",
    "t14"."link",
    1 AS "distance"
  FROM (
    SELECT
      "t13"."run_on",
      "t13"."job",
      "t13"."link"
    FROM (
      SELECT DISTINCT
        *
      FROM (
        SELECT
          "t10"."run_on",
          "t10"."job",
          "t9"."feeder" AS "link"
        FROM "t3" AS "t10"
        INNER JOIN (
          SELECT
            "t1"."job" AS "link",
            "t1"."needs" AS "feeder"
          FROM "operations"."batch_dependency" AS "t1"
        ) AS "t9"
          ON "t10"."link" = "t9"."link"
      ) AS "t11"
    ) AS "t13"
    SEMI JOIN (
      SELECT
        *
      FROM "operations"."batch_day" AS "t0"
      WHERE
        "t0"."late"
    ) AS "t8"
      ON "t13"."run_on" = "t8"."run_on" AND "t13"."link" = "t8"."job"
  ) AS "t14"
), "t23" AS (
  SELECT
    "t22"."run_on",
    "t22"."job",
    "t22"."link",
    2 AS "distance"
  FROM (
    SELECT
      "t21"."run_on",
      "t21"."job",
      "t21"."link"
    FROM (
      SELECT DISTINCT
        *
      FROM (
        SELECT
          "t18"."run_on",
          "t18"."job",
          "t9"."feeder" AS "link"
        FROM "t15" AS "t18"
        INNER JOIN (
          SELECT
            "t1"."job" AS "link",
            "t1"."needs" AS "feeder"
          FROM "operations"."batch_dependency" AS "t1"
        ) AS "t9"
          ON "t18"."link" = "t9"."link"
      ) AS "t19"
    ) AS "t21"
    SEMI JOIN (
      SELECT
        *
      FROM "operations"."batch_day" AS "t0"
      WHERE
        "t0"."late"
    ) AS "t8"
      ON "t21"."run_on" = "t8"."run_on" AND "t21"."link" = "t8"."job"
  ) AS "t22"
), "t30" AS (
  SELECT
    "t29"."run_on",
    "t29"."job",
    "t29"."link",
    3 AS "distance"
  FROM (
    SELECT
      "t28"."run_on",
      "t28"."job",
      "t28"."link"
    FROM (
      SELECT DISTINCT
        *
      FROM (
        SELECT
          "t25"."run_on",
          "t25"."job",
          "t9"."feeder" AS "link"
        FROM "t23" AS "t25"
        INNER JOIN (
          SELECT
            "t1"."job" AS "link",
            "t1"."needs" AS "feeder"
          FROM "operations"."batch_dependency" AS "t1"
        ) AS "t9"
          ON "t25"."link" = "t9"."link"
      ) AS "t26"
    ) AS "t28"
    SEMI JOIN (
      SELECT
        *
      FROM "operations"."batch_day" AS "t0"
      WHERE
        "t0"."late"
    ) AS "t8"
      ON "t28"."run_on" = "t8"."run_on" AND "t28"."link" = "t8"."job"
  ) AS "t29"
), "t38" AS (
  SELECT
    "t37"."run_on",
    "t37"."job",
    "t37"."link",
    4 AS "distance"
  FROM (
    SELECT
      "t36"."run_on",
      "t36"."job",
      "t36"."link"
    FROM (
      SELECT DISTINCT
        *
      FROM (
        SELECT
          "t33"."run_on",
          "t33"."job",
          "t9"."feeder" AS "link"
        FROM "t30" AS "t33"
        INNER JOIN (
          SELECT
            "t1"."job" AS "link",
            "t1"."needs" AS "feeder"
          FROM "operations"."batch_dependency" AS "t1"
        ) AS "t9"
          ON "t33"."link" = "t9"."link"
      ) AS "t34"
    ) AS "t36"
    SEMI JOIN (
      SELECT
        *
      FROM "operations"."batch_day" AS "t0"
      WHERE
        "t0"."late"
    ) AS "t8"
      ON "t36"."run_on" = "t8"."run_on" AND "t36"."link" = "t8"."job"
  ) AS "t37"
), "t45" AS (
  SELECT
    "t44"."run_on",
    "t44"."job",
    "t44"."link",
    5 AS "distance"
  FROM (
    SELECT
      "t43"."run_on",
      "t43"."job",
      "t43"."link"
    FROM (
      SELECT DISTINCT
        *
      FROM (
        SELECT
          "t40"."run_on",
          "t40"."job",
          "t9"."feeder" AS "link"
        FROM "t38" AS "t40"
        INNER JOIN (
          SELECT
            "t1"."job" AS "link",
            "t1"."needs" AS "feeder"
          FROM "operations"."batch_dependency" AS "t1"
        ) AS "t9"
          ON "t40"."link" = "t9"."link"
      ) AS "t41"
    ) AS "t43"
    SEMI JOIN (
      SELECT
        *
      FROM "operations"."batch_day" AS "t0"
      WHERE
        "t0"."late"
    ) AS "t8"
      ON "t43"."run_on" = "t8"."run_on" AND "t43"."link" = "t8"."job"
  ) AS "t44"
), "t54" AS (
  SELECT
    "t53"."run_on",
    "t53"."job",
    "t53"."link",
    6 AS "distance"
  FROM (
    SELECT
      "t52"."run_on",
      "t52"."job",
      "t52"."link"
    FROM (
      SELECT DISTINCT
        *
      FROM (
        SELECT
          "t48"."run_on",
          "t48"."job",
          "t9"."feeder" AS "link"
        FROM "t45" AS "t48"
        INNER JOIN (
          SELECT
            "t1"."job" AS "link",
            "t1"."needs" AS "feeder"
          FROM "operations"."batch_dependency" AS "t1"
        ) AS "t9"
          ON "t48"."link" = "t9"."link"
      ) AS "t50"
    ) AS "t52"
    SEMI JOIN (
      SELECT
        *
      FROM "operations"."batch_day" AS "t0"
      WHERE
        "t0"."late"
    ) AS "t8"
      ON "t52"."run_on" = "t8"."run_on" AND "t52"."link" = "t8"."job"
  ) AS "t53"
), "t61" AS (
  SELECT
    "t60"."run_on",
    "t60"."job",
    "t60"."link",
    7 AS "distance"
  FROM (
    SELECT
      "t59"."run_on",
      "t59"."job",
      "t59"."link"
    FROM (
      SELECT DISTINCT
        *
      FROM (
        SELECT
          "t56"."run_on",
          "t56"."job",
          "t9"."feeder" AS "link"
        FROM "t54" AS "t56"
        INNER JOIN (
          SELECT
            "t1"."job" AS "link",
            "t1"."needs" AS "feeder"
          FROM "operations"."batch_dependency" AS "t1"
        ) AS "t9"
          ON "t56"."link" = "t9"."link"
      ) AS "t57"
    ) AS "t59"
    SEMI JOIN (
      SELECT
        *
      FROM "operations"."batch_day" AS "t0"
      WHERE
        "t0"."late"
    ) AS "t8"
      ON "t59"."run_on" = "t8"."run_on" AND "t59"."link" = "t8"."job"
  ) AS "t60"
)
SELECT
  *
FROM (
  SELECT
    "t74"."run_on",
    "t74"."job",
    "t74"."link",
    "t74"."distance",
    "t6"."first_late",
    "t6"."started_at",
    "t6"."ended_at",
    "t6"."deadline",
    "t6"."late_minutes"
  FROM (
    SELECT
      "t72"."run_on",
      "t72"."job",
      "t72"."link",
      MIN("t72"."distance") AS "distance"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          *
        FROM (
          SELECT
            *
          FROM "t23" AS "t24"
          UNION ALL
          SELECT
            *
          FROM "t30" AS "t31"
        ) AS "t32"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            *
          FROM "t38" AS "t39"
          UNION ALL
          SELECT
            *
          FROM "t45" AS "t46"
        ) AS "t47"
      ) AS "t49"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          *
        FROM (
          SELECT
            *
          FROM "t54" AS "t55"
          UNION ALL
          SELECT
            *
          FROM "t61" AS "t62"
        ) AS "t63"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t68"."run_on",
              "t68"."job",
              "t68"."link",
              8 AS "distance"
            FROM (
              SELECT
                "t67"."run_on",
                "t67"."job",
                "t67"."link"
              FROM (
                SELECT DISTINCT
                  *
                FROM (
                  SELECT
                    "t64"."run_on",
                    "t64"."job",
                    "t9"."feeder" AS "link"
                  FROM "t61" AS "t64"
                  INNER JOIN (
                    SELECT
                      "t1"."job" AS "link",
                      "t1"."needs" AS "feeder"
                    FROM "operations"."batch_dependency" AS "t1"
                  ) AS "t9"
                    ON "t64"."link" = "t9"."link"
                ) AS "t65"
              ) AS "t67"
              SEMI JOIN (
                SELECT
                  *
                FROM "operations"."batch_day" AS "t0"
                WHERE
                  "t0"."late"
              ) AS "t8"
                ON "t67"."run_on" = "t8"."run_on" AND "t67"."link" = "t8"."job"
            ) AS "t68"
          ) AS "t69"
          UNION ALL
          SELECT
            *
          FROM (
            SELECT
              *
            FROM "t3" AS "t7"
            UNION ALL
            SELECT
              *
            FROM "t15" AS "t16"
          ) AS "t17"
        ) AS "t70"
      ) AS "t71"
    ) AS "t72"
    GROUP BY
      1,
      2,
      3
  ) AS "t74"
  INNER JOIN (
    SELECT
      "t0"."run_on",
      "t0"."first_late",
      "t0"."started_at",
      "t0"."ended_at",
      "t0"."deadline",
      "t0"."late_minutes",
      "t0"."job" AS "link"
    FROM "operations"."batch_day" AS "t0"
    WHERE
      "t0"."late"
  ) AS "t6"
    ON "t74"."run_on" = "t6"."run_on" AND "t74"."link" = "t6"."link"
) AS "t75"
ORDER BY
  "t75"."run_on" ASC,
  "t75"."job" ASC,
  "t75"."link" ASC
