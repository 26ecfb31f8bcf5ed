package io.kehu.migration.profile;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.kehu.migration.intake.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class EmptyWordsTests {

	@ParameterizedTest
	@CsvSource({ "country,NA,DE FR,", "billing country,na,Germany France,", "Land,NA,DE AT,", "code,NA,DE FR,",
			"code,NA,X1 Y2,NA", "country,n/a,DE FR,n/a", "surname,Null,Smith Lee,", "last_name,NULL,Smith Lee,NULL",
			"Nachname,Null,Meier Lee,", "city,Null,Ulm Bonn,Null", "family name,None,Lee Ray,", "gender,X,M F,",
			"gender,?,M F,?", "provincia,NA,MI RM,", "origin,NA,DE UK,", "continent,NA,AF EU,", "airport,NAN,FRA LHR,",
			"state,na,ca ny,", "state,na,CA NY,na", "city,NA,Ulm Bonn,NA", "newsletter,x,yes no,",
			"sobrenome,Null,Silva Reis,", "příjmení,Null,Novák Malá,", "efternamn,Null,Berg Ek,",
			"sukunimi,Null,Virta Salo,", "Фамилия,Null,Мороз Лис,", "phone,x,0301 0302,x", "rating,X,1 2,X" })
	void sparesWordsThatAreValues(String name, String word, String others, String expected) {
		List<Counted> top = List.of(others.split(" ", -1)).stream().map((value) -> new Counted(value, 2)).toList();
		ColumnProfile column = new ColumnProfile(name, ColumnValueType.TEXT, 1, 4,
				new ColumnProfile.MissingValues(0, List.of(new Counted(word, 1))), new ColumnProfile.Distinct(2, true),
				new ColumnProfile.Lengths(1, 9, 4), null, null, List.of(), top, Map.of(), List.of());

		assertThat(EmptyWords.of(column)).extracting(Counted::value)
			.isEqualTo((expected == null) ? List.of() : List.of(expected));
	}

	@ParameterizedTest
	@CsvSource({ "allergies,none,nuts milk,2", "marital status,unknown,single married,2", "card,None,Gold Silver,2",
			"Familienstand,unbekannt,ledig verheiratet,2", "opt-in,unknown,yes no,2", "phone,unknown,0301 0302,0",
			"age,unknown,31 32,0", "loyalty,n/a,gold silver,0" })
	void sparesAnswersOfAColumnWithFewOthers(String name, String word, String others, int spared) {
		String[] values = Stream.iterate(0, (row) -> row < 20, (row) -> row + 1)
			.map((row) -> (row % 10 == 0) ? word : others.split(" ", -1)[row % 2])
			.toArray(String[]::new);

		TableProfile profile = profile(name, values);

		assertThat(profile.column(name).values()).isEqualTo(18 + spared);
		assertThat(steps(profile).contains("empty words")).isEqualTo(spared == 0);
	}

	@Test
	void emptiesAnswersAmongManyOtherValues() {
		String[] values = Stream.iterate(0, (row) -> row < 40, (row) -> row + 1)
			.map((row) -> (row % 10 == 0) ? "unknown" : "City" + (char) ('a' + row % 26))
			.toArray(String[]::new);

		assertThat(steps(profile("town", values))).contains("empty words");
	}

	private static TableProfile profile(String column, String... values) {
		TableProfiler profiler = new TableProfiler(List.of("id", column));
		for (int i = 0; i < values.length; i++) {
			profiler.accept(new Row(i + 2L, new String[] { "K" + i, values[i] }));
		}
		return profiler.result();
	}

	private static List<String> steps(TableProfile profile) {
		return profile.proposals().stream().map(RuleProposal::step).toList();
	}

	@Test
	void takesAColumnOfTicksForValues() {
		TableProfile profile = profile("newsletter", "x", "", "x", "", "", "X");

		assertThat(profile.column("newsletter").values()).isEqualTo(3);
		assertThat(profile.column("newsletter").missing().total()).isEqualTo(3);
		assertThat(profile.column("newsletter").topValues()).containsExactly(new Counted("x", 2), new Counted("X", 1));
		assertThat(steps(profile)).doesNotContain("drop column", "empty words");
	}

	@Test
	void countsACodeAmongTheOthers() {
		TableProfile profile = profile("gender", "M", "F", "X", "F", "-", "M");

		assertThat(profile.column("gender").values()).isEqualTo(5);
		assertThat(profile.column("gender").distinct().count()).isEqualTo(3);
		assertThat(profile.column("gender").missing().words()).containsExactly(new Counted("-", 1));
		assertThat(profile.column("gender").issueCount(IssueKind.WORD_FOR_MISSING)).isEqualTo(1);
	}

	@Test
	void saysWhatAColumnWithoutValuesHolds() {
		TableProfile profile = profile("remark", "none", "", "none");

		assertThat(profile.proposals()).filteredOn((proposal) -> proposal.step().equals("drop column"))
			.singleElement()
			.satisfies((proposal) -> assertThat(proposal.reason()).contains("“none”"));
	}

}
