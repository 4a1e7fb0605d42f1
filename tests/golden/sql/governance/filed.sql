SELECT
  "t102"."table",
  "t102"."org_id",
  "t102"."rows"
FROM (
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        *
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t26"."org_id",
            "t26"."rows",
            'governance.east_personal_deposit_entry' AS "table"
          FROM (
            SELECT
              COALESCE("t0"."nbjgh", '') AS "org_id",
              COUNT(*) AS "rows"
            FROM "governance"."east_personal_deposit_entry" AS "t0"
            GROUP BY
              1
          ) AS "t26"
        ) AS "t52"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            "t27"."org_id",
            "t27"."rows",
            'governance.east_personal_note' AS "table"
          FROM (
            SELECT
              COALESCE("t1"."nbjgh", '') AS "org_id",
              COUNT(*) AS "rows"
            FROM "governance"."east_personal_note" AS "t1"
            GROUP BY
              1
          ) AS "t27"
        ) AS "t53"
      ) AS "t78"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t28"."org_id",
            "t28"."rows",
            'governance.east_post' AS "table"
          FROM (
            SELECT
              COALESCE("t2"."nbjgh", '') AS "org_id",
              COUNT(*) AS "rows"
            FROM "governance"."east_post" AS "t2"
            GROUP BY
              1
          ) AS "t28"
        ) AS "t54"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            "t29"."org_id",
            "t29"."rows",
            'governance.east_relation' AS "table"
          FROM (
            SELECT
              COALESCE("t3"."nbjgh", '') AS "org_id",
              COUNT(*) AS "rows"
            FROM "governance"."east_relation" AS "t3"
            GROUP BY
              1
          ) AS "t29"
        ) AS "t55"
      ) AS "t79"
    ) AS "t91"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        *
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t30"."org_id",
            "t30"."rows",
            'governance.east_shareholder' AS "table"
          FROM (
            SELECT
              COALESCE("t4"."nbjgh", '') AS "org_id",
              COUNT(*) AS "rows"
            FROM "governance"."east_shareholder" AS "t4"
            GROUP BY
              1
          ) AS "t30"
        ) AS "t56"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            "t31"."org_id",
            "t31"."rows",
            'governance.east_write_off' AS "table"
          FROM (
            SELECT
              COALESCE("t5"."nbjgh", '') AS "org_id",
              COUNT(*) AS "rows"
            FROM "governance"."east_write_off" AS "t5"
            GROUP BY
              1
          ) AS "t31"
        ) AS "t57"
      ) AS "t80"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          *
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t32"."org_id",
              "t32"."rows",
              'governance.east_institution' AS "table"
            FROM (
              SELECT
                COALESCE("t6"."nbjgh", '') AS "org_id",
                COUNT(*) AS "rows"
              FROM "governance"."east_institution" AS "t6"
              GROUP BY
                1
            ) AS "t32"
          ) AS "t58"
          UNION ALL
          SELECT
            *
          FROM (
            SELECT
              "t33"."org_id",
              "t33"."rows",
              'governance.east_class_change' AS "table"
            FROM (
              SELECT
                COALESCE("t7"."nbjgh", '') AS "org_id",
                COUNT(*) AS "rows"
              FROM "governance"."east_class_change" AS "t7"
              GROUP BY
                1
            ) AS "t33"
          ) AS "t59"
        ) AS "t81"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t34"."org_id",
              "t34"."rows",
              'governance.east_collateral' AS "table"
            FROM (
              SELECT
                COALESCE("t8"."nbjgh", '') AS "org_id",
                COUNT(*) AS "rows"
              FROM "governance"."east_collateral" AS "t8"
              GROUP BY
                1
            ) AS "t34"
          ) AS "t60"
          UNION ALL
          SELECT
            *
          FROM (
            SELECT
              "t35"."org_id",
              "t35"."rows",
              'governance.east_corporate_credit' AS "table"
            FROM (
              SELECT
                COALESCE("t9"."nbjgh", '') AS "org_id",
                COUNT(*) AS "rows"
              FROM "governance"."east_corporate_credit" AS "t9"
              GROUP BY
                1
            ) AS "t35"
          ) AS "t61"
        ) AS "t82"
      ) AS "t92"
    ) AS "t97"
  ) AS "t100"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        *
      FROM (
        SELECT
          *
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t36"."org_id",
              "t36"."rows",
              'governance.east_corporate_customer' AS "table"
            FROM (
              SELECT
                COALESCE("t10"."nbjgh", '') AS "org_id",
                COUNT(*) AS "rows"
              FROM "governance"."east_corporate_customer" AS "t10"
              GROUP BY
                1
            ) AS "t36"
          ) AS "t62"
          UNION ALL
          SELECT
            *
          FROM (
            SELECT
              "t37"."org_id",
              "t37"."rows",
              'governance.east_corporate_deposit' AS "table"
            FROM (
              SELECT
                COALESCE("t11"."nbjgh", '') AS "org_id",
                COUNT(*) AS "rows"
              FROM "governance"."east_corporate_deposit" AS "t11"
              GROUP BY
                1
            ) AS "t37"
          ) AS "t63"
        ) AS "t83"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t38"."org_id",
              "t38"."rows",
              'governance.east_corporate_deposit_entry' AS "table"
            FROM (
              SELECT
                COALESCE("t12"."nbjgh", '') AS "org_id",
                COUNT(*) AS "rows"
              FROM "governance"."east_corporate_deposit_entry" AS "t12"
              GROUP BY
                1
            ) AS "t38"
          ) AS "t64"
          UNION ALL
          SELECT
            *
          FROM (
            SELECT
              "t39"."org_id",
              "t39"."rows",
              'governance.east_corporate_note' AS "table"
            FROM (
              SELECT
                COALESCE("t13"."nbjgh", '') AS "org_id",
                COUNT(*) AS "rows"
              FROM "governance"."east_corporate_note" AS "t13"
              GROUP BY
                1
            ) AS "t39"
          ) AS "t65"
        ) AS "t84"
      ) AS "t93"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          *
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t40"."org_id",
              "t40"."rows",
              'governance.east_credit_contract' AS "table"
            FROM (
              SELECT
                COALESCE("t14"."nbjgh", '') AS "org_id",
                COUNT(*) AS "rows"
              FROM "governance"."east_credit_contract" AS "t14"
              GROUP BY
                1
            ) AS "t40"
          ) AS "t66"
          UNION ALL
          SELECT
            *
          FROM (
            SELECT
              "t41"."org_id",
              "t41"."rows",
              'governance.east_credit_line' AS "table"
            FROM (
              SELECT
                COALESCE("t15"."nbjgh", '') AS "org_id",
                COUNT(*) AS "rows"
              FROM "governance"."east_credit_line" AS "t15"
              GROUP BY
                1
            ) AS "t41"
          ) AS "t67"
        ) AS "t85"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t42"."org_id",
              "t42"."rows",
              'governance.east_employee' AS "table"
            FROM (
              SELECT
                COALESCE("t16"."nbjgh", '') AS "org_id",
                COUNT(*) AS "rows"
              FROM "governance"."east_employee" AS "t16"
              GROUP BY
                1
            ) AS "t42"
          ) AS "t68"
          UNION ALL
          SELECT
            *
          FROM (
            SELECT
              "t43"."org_id",
              "t43"."rows",
              'governance.east_exchange_rate' AS "table"
            FROM (
              SELECT
                COALESCE("t17"."nbjgh", '') AS "org_id",
                COUNT(*) AS "rows"
              FROM "governance"."east_exchange_rate" AS "t17"
              GROUP BY
                1
            ) AS "t43"
          ) AS "t69"
        ) AS "t86"
      ) AS "t94"
    ) AS "t98"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        *
      FROM (
        SELECT
          *
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t44"."org_id",
              "t44"."rows",
              'governance.east_group_customer' AS "table"
            FROM (
              SELECT
                COALESCE("t18"."nbjgh", '') AS "org_id",
                COUNT(*) AS "rows"
              FROM "governance"."east_group_customer" AS "t18"
              GROUP BY
                1
            ) AS "t44"
          ) AS "t70"
          UNION ALL
          SELECT
            *
          FROM (
            SELECT
              "t45"."org_id",
              "t45"."rows",
              'governance.east_guarantee' AS "table"
            FROM (
              SELECT
                COALESCE("t19"."nbjgh", '') AS "org_id",
                COUNT(*) AS "rows"
              FROM "governance"."east_guarantee" AS "t19"
              GROUP BY
                1
            ) AS "t45"
          ) AS "t71"
        ) AS "t87"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t46"."org_id",
              "t46"."rows",
              'governance.east_internal_account' AS "table"
            FROM (
              SELECT
                COALESCE("t20"."nbjgh", '') AS "org_id",
                COUNT(*) AS "rows"
              FROM "governance"."east_internal_account" AS "t20"
              GROUP BY
                1
            ) AS "t46"
          ) AS "t72"
          UNION ALL
          SELECT
            *
          FROM (
            SELECT
              "t47"."org_id",
              "t47"."rows",
              'governance.east_ledger' AS "table"
            FROM (
              SELECT
                COALESCE("t21"."nbjgh", '') AS "org_id",
                COUNT(*) AS "rows"
              FROM "governance"."east_ledger" AS "t21"
              GROUP BY
                1
            ) AS "t47"
          ) AS "t73"
        ) AS "t88"
      ) AS "t95"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          *
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t48"."org_id",
              "t48"."rows",
              'governance.east_ledger_map' AS "table"
            FROM (
              SELECT
                COALESCE("t22"."nbjgh", '') AS "org_id",
                COUNT(*) AS "rows"
              FROM "governance"."east_ledger_map" AS "t22"
              GROUP BY
                1
            ) AS "t48"
          ) AS "t74"
          UNION ALL
          SELECT
            *
          FROM (
            SELECT
              "t49"."org_id",
              "t49"."rows",
              'governance.east_personal_credit' AS "table"
            FROM (
              SELECT
                COALESCE("t23"."nbjgh", '') AS "org_id",
                COUNT(*) AS "rows"
              FROM "governance"."east_personal_credit" AS "t23"
              GROUP BY
                1
            ) AS "t49"
          ) AS "t75"
        ) AS "t89"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t50"."org_id",
              "t50"."rows",
              'governance.east_personal_customer' AS "table"
            FROM (
              SELECT
                COALESCE("t24"."nbjgh", '') AS "org_id",
                COUNT(*) AS "rows"
              FROM "governance"."east_personal_customer" AS "t24"
              GROUP BY
                1
            ) AS "t50"
          ) AS "t76"
          UNION ALL
          SELECT
            *
          FROM (
            SELECT
              "t51"."org_id",
              "t51"."rows",
              'governance.east_personal_deposit' AS "table"
            FROM (
              SELECT
                COALESCE("t25"."nbjgh", '') AS "org_id",
                COUNT(*) AS "rows"
              FROM "governance"."east_personal_deposit" AS "t25"
              GROUP BY
                1
            ) AS "t51"
          ) AS "t77"
        ) AS "t90"
      ) AS "t96"
    ) AS "t99"
  ) AS "t101"
) AS "t102"
ORDER BY
  "t102"."table" ASC,
  "t102"."org_id" ASC
