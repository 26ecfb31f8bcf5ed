package io.kehu.migration.profile;

import java.util.List;

import io.kehu.migration.intake.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Numbers whose point may separate thousands, beside columns that show more.
 */
class OpenMarkTests {

	private static TableProfile profile(List<String> columns, String... rows) {
		TableProfiler profiler = new TableProfiler(columns);
		for (int i = 0; i < rows.length; i++) {
			profiler.accept(new Row(i + 2L, rows[i].split(";")));
		}
		return profiler.result();
	}

	private static List<String> standards(TableProfile profile, String column) {
		return profile.proposals()
			.stream()
			.filter((proposal) -> proposal.column().equals(column) && proposal.kind().equals("standardise"))
			.map((proposal) -> proposal.parameters().get("standard").toString())
			.toList();
	}

	@Test
	void takesTheMarkOfOtherColumns() {
		TableProfile profile = profile(List.of("sales", "price"), "2.155;19,47", "12.881;7,50", "950;3,10");
		assertThat(profile.column("sales").issueCount(IssueKind.OPEN_MARK)).isEqualTo(2);
		assertThat(profile.column("sales").issueCount(IssueKind.OUTLIER)).isZero();
		assertThat(standards(profile, "sales")).containsExactly("{form=number, mark=comma}");
		assertThat(standards(profile, "price")).containsExactly("{form=number, mark=by_evidence}");
	}

	@Test
	void leavesTheMarkToTheEvidenceWhereItContradicts() {
		TableProfile columns = profile(List.of("sales", "price", "rate"), "2.155;19,47;1.5", "12.881;7,50;2.5");
		assertThat(standards(columns, "sales")).isSubsetOf("{form=number, mark=by_evidence}");
		TableProfile own = profile(List.of("price", "name"), "12,5;a", "1.25;b", "7.99;c", "1.234;d", "3.50;e");
		assertThat(standards(own, "price")).containsExactly("{form=number, mark=by_evidence}");
	}

	@Test
	void flagsWhatNothingTells() {
		TableProfile profile = profile(List.of("sales", "name"), "2.155;a", "12.881;b");
		assertThat(profile.column("sales").issueCount(IssueKind.OPEN_MARK)).isEqualTo(2);
		assertThat(standards(profile, "sales")).containsExactly("{form=number, mark=by_evidence}");
	}

	@Test
	void believesTheColumnItselfAndColumnsWithPoints() {
		TableProfile own = profile(List.of("sales", "price"), "2.155;19,47", "12.8;7,50", "1.25;1,99");
		assertThat(own.column("sales").issueCount(IssueKind.OPEN_MARK)).isZero();
		TableProfile points = profile(List.of("sales", "price"), "2.155;19.47", "12.881;7.50");
		assertThat(points.column("sales").issues()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			2.155     | ?
			12,881    | ?
			-€ 2.155  | ?
			0.155     | .
			2.15      | .
			2,1555    | ,
			1234.567  | .
			1.234.567 | ','
			1.234,5   | ','
			1,234.5   | .
			42        | ' '
			""")
	void tellsTheMarkThatANumberShows(String number, String mark) {
		assertThat(LocalNumber.mark(number)).isEqualTo(mark.charAt(0));
	}

	@Test
	void recognisesDayNumbersInAColumnOfDates() {
		TableProfile profile = profile(List.of("order_date", "amount"), "45000;45000", "45031;45031", "45092;45092");
		assertThat(profile.column("order_date").issueCount(IssueKind.SERIAL_DATE)).isEqualTo(3);
		assertThat(standards(profile, "order_date"))
			.containsExactly("{form=date, latestYear=2049, order=by_evidence, serials=true}");
		assertThat(profile.column("amount").issueCount(IssueKind.SERIAL_DATE)).isZero();
	}

}
