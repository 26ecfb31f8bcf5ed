package io.kehu.migration.profile;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class EmptyWordsTests {

	@ParameterizedTest
	@CsvSource({ "country,NA,DE FR,", "billing country,na,Germany France,", "Land,NA,DE AT,", "code,NA,DE FR,",
			"code,NA,X1 Y2,NA", "country,n/a,DE FR,n/a", "surname,Null,Smith Lee,", "last_name,NULL,Smith Lee,NULL",
			"Nachname,Null,Meier Lee,", "city,Null,Ulm Bonn,Null", "family name,None,Lee Ray," })
	void sparesWordsThatAreValues(String name, String word, String others, String expected) {
		List<Counted> top = List.of(others.split(" ", -1)).stream().map((value) -> new Counted(value, 2)).toList();
		ColumnProfile column = new ColumnProfile(name, ValueType.TEXT, 1, 4,
				new ColumnProfile.MissingValues(0, List.of(new Counted(word, 1))), new ColumnProfile.Distinct(2, true),
				new ColumnProfile.Lengths(1, 9, 4), null, null, List.of(), top, Map.of(), List.of());

		assertThat(EmptyWords.of(column)).extracting(Counted::value)
			.isEqualTo((expected == null) ? List.of() : List.of(expected));
	}

}
