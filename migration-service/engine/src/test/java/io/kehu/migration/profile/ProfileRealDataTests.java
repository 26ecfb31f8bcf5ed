package io.kehu.migration.profile;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.kehu.migration.intake.Intake;
import io.kehu.migration.intake.Row;
import io.kehu.migration.intake.RowSource;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

@Tag("realdata")
class ProfileRealDataTests {

	@Test
	void profilesRealOrderLines() throws IOException {
		TableProfile profile = profile("legacy/uci_online_retail_541909.csv.zst");

		assertThat(profile.rows()).isEqualTo(541_909);
		assertThat(profile.repeated()).isEqualTo(new Repetition(5_268, true));
		assertThat(profile.column("CustomerID").missing().total()).isEqualTo(135_080);
		assertThat(profile.column("CustomerID").distinct()).isEqualTo(new ColumnProfile.Distinct(4_372, true));
		NumberSummary quantity = profile.column("Quantity").numbers();
		assertThat(quantity).isNotNull();
		assertThat(quantity.quantiles().minimum()).isEqualTo(-80_995);
		assertThat(quantity.quantiles().maximum()).isEqualTo(80_995);
		assertThat(profile.column("InvoiceNo").type()).isEqualTo(ColumnValueType.CODE);
		assertThat(profile.column("InvoiceDate").type()).isEqualTo(ColumnValueType.DATE_TIME);
		assertThat(profile.dependencies()).extracting(ColumnDependency::determinants, ColumnDependency::dependent)
			.contains(tuple(List.of("InvoiceNo"), "CustomerID"), tuple(List.of("StockCode"), "Description"));
	}

	@Test
	void countsRealOrderLinesTheSameInParts() throws IOException {
		TableProfile whole = profile("legacy/uci_online_retail_541909.csv.zst");
		List<ByteArrayOutputStream> states = new ArrayList<>();
		TableProfiler merged;
		try (RowSource source = open("legacy/uci_online_retail_541909.csv.zst")) {
			merged = new TableProfiler(source.columns());
			TableProfiler part = new TableProfiler(source.columns());
			for (Row row = source.next(); row != null; row = source.next()) {
				part.accept(row);
				if (row.line() % 150_000 == 0) {
					states.add(state(part));
					part = new TableProfiler(source.columns());
				}
			}
			states.add(state(part));
		}
		for (ByteArrayOutputStream state : states) {
			merged.merge(new DataInputStream(new ByteArrayInputStream(state.toByteArray())));
		}
		TableProfile parts = merged.result();

		assertThat(parts.rows()).isEqualTo(541_909);
		assertThat(parts.repeated()).isEqualTo(new Repetition(5_268, true));
		assertThat(parts.candidateKeys()).isEqualTo(whole.candidateKeys());
		assertThat(parts.dependencies()).isEqualTo(whole.dependencies());
		assertThat(parts.likelyDuplicates()).isEqualTo(whole.likelyDuplicates());
		assertThat(parts.column("Country")).isEqualTo(whole.column("Country"));
		assertThat(quantiles(parts, "Quantity")).isEqualTo(quantiles(whole, "Quantity"));
		assertThat(quantiles(parts, "UnitPrice")).isEqualTo(quantiles(whole, "UnitPrice"));
		assertThat(parts.columns()).extracting(ColumnProfile::type, ColumnProfile::missing, ColumnProfile::distinct)
			.isEqualTo(whole.columns()
				.stream()
				.map((column) -> tuple(column.type(), column.missing(), column.distinct()))
				.toList());
	}

	private static NumberSummary.Quantiles quantiles(TableProfile profile, String column) {
		return Objects.requireNonNull(profile.column(column).numbers()).quantiles();
	}

	private static ByteArrayOutputStream state(TableProfiler profiler) throws IOException {
		ByteArrayOutputStream state = new ByteArrayOutputStream();
		profiler.write(new DataOutputStream(state));
		return state;
	}

	@Test
	void profilesRealPersons() throws IOException {
		TableProfile profile = profile("persons/historical_figures_dev.csv");

		ColumnProfile born = profile.column("dob");
		assertThat(born.type()).isEqualTo(ColumnValueType.DATE);
		assertThat(born.issues()).first()
			.satisfies((issue) -> assertThat(issue.kind()).isEqualTo(IssueKind.IMPOSSIBLE_DATE))
			.satisfies((issue) -> assertThat(issue.count()).isGreaterThan(1_000));
		assertThat(profile.candidateKeys()).extracting(CandidateKey::columns).contains(List.of("unique_id"));
		assertThat(profile.likelyDuplicates().records()).isGreaterThan(10_000);
	}

	private static TableProfile profile(String name) throws IOException {
		try (RowSource source = open(name)) {
			return TableProfiler.profile(source);
		}
	}

	private static RowSource open(String name) throws IOException {
		Path file = Path.of(System.getProperty("kehu.realdata", "../../shared/data"), name);
		Assumptions.assumeTrue(Files.exists(file), () -> "No real data at " + file);
		return Intake.standard().open(file);
	}

}
