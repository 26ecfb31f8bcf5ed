package io.kehu.migration.move;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import io.kehu.migration.move.chunk.ChunkStore;
import io.kehu.migration.move.database.Database;
import io.kehu.migration.move.load.RunContext;
import io.kehu.migration.move.load.RunContext.Settings;
import io.kehu.migration.move.plan.MovePlan;
import io.kehu.migration.move.plan.Planner;
import io.kehu.migration.move.plan.TableRule;
import io.kehu.migration.move.verify.TableReport;
import io.kehu.migration.move.verify.Verification;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A table of sales that is large enough to be divided, and runs that move it.
 */
final class Sales {

	static final int ROWS = 24_000;

	static final String[] TABLE = { """
			create table sale (id int unsigned primary key, region varchar(10) not null, sku varchar(20),
			  quantity smallint, price decimal(10,2), sold datetime, note varchar(60)) engine = InnoDB""",
			"""
					insert into sale select seq * 3, concat('R', seq % 5), concat('SKU-', seq % 977), cast(seq % 19 as signed) - 3,
					  (seq % 10007) / 100, date_add('2009-12-01', interval seq minute),
					  if(seq % 7 = 0, null, concat('Zoë ', seq)) from seq_1_to_"""
					+ ROWS,
			"analyze table sale" };

	static final Settings SMALL_CHUNKS = new Settings(1 << 21, 1000, 0, 0);

	private Sales() {
	}

	static RunContext run(Database source, Database target, @Nullable ChunkStore store, Settings settings,
			TableRule... rules) throws SQLException {
		return run(UUID.randomUUID(), source, target, store, settings, rules);
	}

	static RunContext run(UUID id, Database source, Database target, @Nullable ChunkStore store, Settings settings,
			TableRule... rules) throws SQLException {
		MovePlan plan = new Planner(source, target, 3).plan(id, List.of(rules));
		return new RunContext(plan, source, target, store, settings);
	}

	static List<TableReport> verified(RunContext run) throws Exception {
		List<TableReport> reports = new Verification(run).run();
		assertThat(reports).allSatisfy((report) -> {
			assertThat(report.expected()).isEqualTo(report.found());
			assertThat(report.balanced()).as("%s", report).isTrue();
			assertThat(report.verified()).isTrue();
			assertThat(report.differences()).isEmpty();
		});
		return reports;
	}

}
