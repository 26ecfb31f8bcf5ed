package io.kehu.migration.profile;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

import io.kehu.migration.intake.Intake;
import io.kehu.migration.intake.RowSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

class TableProfilerTests {

	private static TableProfile profile;

	@BeforeAll
	static void profileOnce() throws IOException {
		profile = report(DirtyCustomers.csv()).profile();
	}

	private static ProfileReport report(String csv) throws IOException {
		byte[] bytes = csv.getBytes(StandardCharsets.UTF_8);
		try (RowSource source = Intake.standard().open(new ByteArrayInputStream(bytes))) {
			return ProfileReport.of("customers.csv", source);
		}
	}

	@Test
	void findsTypes() {
		assertThat(profile.columns()).extracting(ColumnProfile::type)
			.containsExactly(ColumnValueType.CODE, ColumnValueType.TEXT, ColumnValueType.EMAIL, ColumnValueType.PHONE,
					ColumnValueType.DATE, ColumnValueType.TEXT, ColumnValueType.CODE, ColumnValueType.DECIMAL,
					ColumnValueType.BOOLEAN, ColumnValueType.TEXT, ColumnValueType.EMPTY);
	}

	@Test
	void countsEachKindOfDirt() {
		assertThat(profile.column("name").issueCount(IssueKind.WRONG_ENCODING)).isEqualTo(80);
		assertThat(profile.column("email").issueCount(IssueKind.INVALID_EMAIL)).isEqualTo(100);
		assertThat(profile.column("phone").issueCount(IssueKind.INVALID_PHONE)).isEqualTo(160);
		ColumnProfile birthDate = profile.column("birth_date");
		assertThat(birthDate.issueCount(IssueKind.IMPOSSIBLE_DATE)).isEqualTo(200);
		assertThat(birthDate.issueCount(IssueKind.SEVERAL_DATE_FORMS)).isEqualTo(200);
		assertThat(birthDate.missing().blank()).isEqualTo(200);
		assertThat(birthDate.missing().words()).containsExactly(new Counted("n/a", 200));
		assertThat(profile.column("city").issueCount(IssueKind.SEVERAL_SPELLINGS)).isEqualTo(40);
		assertThat(profile.column("revenue").issueCount(IssueKind.OUTLIER)).isEqualTo(8);
	}

	@Test
	void describesNumbersInLocalNotation() {
		NumberSummary revenue = profile.column("revenue").numbers();

		assertThat(revenue).isNotNull();
		assertThat(revenue.exact()).isTrue();
		assertThat(revenue.quantiles().minimum()).isBetween(100.0, 110.0);
		assertThat(revenue.quantiles().maximum()).isEqualTo(999_999);
		assertThat(revenue.quantiles().median()).isCloseTo(550, within(40.0));
		assertThat(revenue.histogram().stream().mapToLong(NumberSummary.Bin::count).sum()).isGreaterThan(3_900);
	}

	@Test
	void findsRepeatedRowsKeysAndDependencies() {
		assertThat(profile.repeated()).isEqualTo(new Repetition(10, true));
		assertThat(profile.candidateKeys()).first().isEqualTo(new CandidateKey(List.of("id"), 10, true));
		assertThat(profile.dependencies())
			.anySatisfy((dependency) -> assertThat(dependency.determinants()).containsExactly("postcode"))
			.noneSatisfy((dependency) -> assertThat(dependency.dependent()).isEqualTo("constant"));
	}

	@Test
	void proposesRulesWithReasons() {
		assertThat(profile.proposals()).extracting(RuleProposal::step, RuleProposal::column, RuleProposal::affected)
			.contains(tuple("repair encoding", "name", 80L), tuple("empty words", "birth_date", 200L),
					tuple("check e-mail", "email", 100L), tuple("drop column", "constant", 4_000L),
					tuple("drop column", "nothing", 4_000L), tuple("drop repeated", RuleProposal.ROWS, 10L));
		assertThat(profile.proposals()).extracting(RuleProposal::id).doesNotHaveDuplicates();
		assertThat(profile.proposals()).allSatisfy((rule) -> assertThat(rule.reason()).endsWith("."));
	}

	@Test
	void definesRulesForTheCleaningChain() {
		assertThat(profile.proposals()).filteredOn((rule) -> rule.step().equals("empty words"))
			.singleElement()
			.satisfies((rule) -> assertThat(rule.definition().toString()).isEqualTo(
					"{rule=standardise, column=birth_date, emptyProblems=false, standard={form=map, values={n/a=}}}"));
		assertThat(profile.proposals()).filteredOn((rule) -> rule.step().equals("unify spellings"))
			.singleElement()
			.satisfies((rule) -> assertThat(rule.definition().toString()).contains("BONN=Bonn"));
	}

	@Test
	void proposesOneRuleForAllThatItPutsRightAndFillsNothingThatIsNobodysElse() throws IOException {
		StringBuilder csv = new StringBuilder("born,phone,tier\n");
		for (int row = 10; row < 30; row++) {
			csv.append("19%d-03-12,030 12345%d,%s\n".formatted(row + 50, row, (row % 2 == 0) ? "gold" : "silver"));
		}
		csv.append("31.02.1980,+49 30 901820,gold\n01/07/1990,,\n");
		TableProfile people = report(csv.toString()).profile();

		assertThat(people.proposals()).extracting(RuleProposal::definition).doesNotHaveDuplicates();
		assertThat(people.proposals()).filteredOn((rule) -> rule.step().equals("read dates"))
			.singleElement()
			.satisfies((rule) -> assertThat(rule.reason()).contains("1 date does not exist", "not in the usual form"));
		assertThat(people.proposals()).filteredOn((rule) -> rule.step().equals("format phone"))
			.singleElement()
			.satisfies((rule) -> assertThat(rule.definition().toString()).contains("region=DE"));
		assertThat(people.proposals()).filteredOn((rule) -> rule.step().equals("fill"))
			.extracting(RuleProposal::column)
			.containsExactly("tier");
	}

	@Test
	void letsProposalsBeAcceptedOneByOne() {
		RuleProposal wanted = profile.proposals().get(2);

		assertThat(profile.accepted(Set.of(wanted.id()))).containsExactly(wanted);
		assertThat(profile.accepted(Set.of())).isEmpty();
		assertThatIllegalArgumentException().isThrownBy(() -> profile.accepted(Set.of("other")));
	}

	@Test
	void saysTheSameInEveryRun() throws IOException {
		String csv = DirtyCustomers.csv();

		assertThat(report(csv).toJson()).isEqualTo(report(csv).toJson());
	}

	@Test
	void profilesColumnsThatComeUpLate() throws IOException {
		TableProfile late = report("{\"id\": 1}\n".repeat(200) + "{\"id\": 2, \"tag\": \"x1\"}\n").profile();

		assertThat(late.columns()).extracting(ColumnProfile::name).containsExactly("id", "tag");
		assertThat(late.column("tag").missing().total()).isEqualTo(200);
	}

	@Test
	void profilesNothing() throws IOException {
		TableProfile empty = report("id;name\n").profile();

		assertThat(empty.rows()).isZero();
		assertThat(empty.columns()).hasSize(2);
		assertThat(empty.proposals()).isEmpty();
	}

}
