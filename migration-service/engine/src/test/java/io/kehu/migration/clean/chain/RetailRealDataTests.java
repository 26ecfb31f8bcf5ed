package io.kehu.migration.clean.chain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.kehu.migration.clean.filter.Condition;
import io.kehu.migration.intake.Intake;
import io.kehu.migration.intake.Row;
import io.kehu.migration.intake.RowSource;
import io.kehu.migration.table.ColumnBuilder;
import io.kehu.migration.table.Table;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("realdata")
class RetailRealDataTests {

	private static final Condition CANCELLED = new Condition.Matching("InvoiceNo", "^C");

	@Test
	void findsMissingCustomersAndCancellations() throws IOException {
		Chain chain = new Chain("retail", 1,
				List.of(new Rule.Filter(new Condition.Not(CANCELLED), RuleAction.FLAG, "cancelled"), new Rule.Filter(
						new Condition.Not(new Condition.Missing("CustomerID")), RuleAction.DROP, "no customer")));

		Cleaning cleaning = chain.run(retail(), Map.of());

		assertThat(cleaning.account()).isEqualTo(new RowAccount(541_909, 406_829, Map.of("no customer", 135_080L), 0));
		assertThat(cleaning.marks()).filteredOn((mark) -> mark.kind() == MarkKind.FLAGGED)
			.singleElement()
			.satisfies((mark) -> assertThat(mark.rows().cardinality()).isEqualTo(9_288));
	}

	private static Table retail() throws IOException {
		Path file = Path.of(System.getProperty("kehu.realdata", "../../shared/data"),
				"legacy/uci_online_retail_541909.csv.zst");
		Assumptions.assumeTrue(Files.exists(file), () -> "No real data at " + file);
		try (RowSource source = Intake.standard().open(file)) {
			List<ColumnBuilder> builders = source.columns().stream().map(ColumnBuilder::new).toList();
			for (Row row = source.next(); row != null; row = source.next()) {
				Row each = row;
				IntStream.range(0, builders.size()).forEach((i) -> builders.get(i).add(each.value(i)));
			}
			return new Table(builders.stream().map(ColumnBuilder::build).toList());
		}
	}

}
