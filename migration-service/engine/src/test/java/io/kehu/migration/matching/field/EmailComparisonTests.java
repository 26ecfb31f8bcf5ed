package io.kehu.migration.matching.field;

import java.util.List;

import io.kehu.migration.table.Column;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class EmailComparisonTests {

	@ParameterizedTest
	@CsvSource({ "emma.guenther8@x.example,emma.guenther57@x.example,own digits differ",
			"eguenther8@x.example,guenther.emma9@x.example,own digits differ", "emma8,emma57,own digits differ",
			"emma.guenther8@x.example,emma.guenther8@x.example,equal",
			"emma.guenther8@x.example,e.guenther8@x.example,one character differs",
			"emma.guenther8@x.example,emmaguenther8@y.example,own part at another provider",
			"emma.guenther@x.example,emma.gunther@x.example,follows from the name in the same way",
			"emma.guenther@x.example,eguenther@x.example,follows from the name",
			"emma.guenther@x.example,emma.guenther@yy.example,follows from the name",
			"emma.guenther@x.example,emma.guenther57@x.example,different",
			"sunnygirl@x.example,sunygirl@x.example,one character differs",
			"sunnygirl@x.example,moonlight@x.example,different" })
	void whatFollowsFromTheNameIsNoEvidence(String one, String other, String level) {
		Names names = new Names(2);
		names.put(0, PersonName.ofParts("Emma", "Günther"));
		names.put(1, PersonName.ofParts("Emma", "Günther"));

		FieldComparison comparison = EmailComparison.of(Column.of("email", List.of(one, other)), names);

		assertThat(comparison.levels()
			.get(FieldComparison.level(comparison.compare(comparison.code(0), comparison.code(1))))).isEqualTo(level);
	}

	@ParameterizedTest
	@CsvSource({ "emma,''", "guenther,''", "emmaguenther,''", "eguenther,''", "guenthere,''", "eg,''", "emm,''",
			"gunther,''", "sunny,sunny", "emmasunny,sunny", "me,me" })
	void theNameIsFoundInAnyForm(String piece, String rest) {
		assertThat(NameInAddress.rest(NameInAddress.spelt(piece), List.of("emma", "gunther"))).isEqualTo(rest);
	}

}
