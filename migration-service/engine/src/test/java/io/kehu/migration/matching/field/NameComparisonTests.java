package io.kehu.migration.matching.field;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NameComparisonTests {

	private final Names names = new Names(10);

	private final FieldComparison given = new GivenNameComparison(this.names);

	private final FieldComparison family = new FamilyNameComparison(this.names);

	NameComparisonTests() {
		this.names.put(0, PersonName.ofParts("anna", "roe"));
		this.names.put(1, PersonName.ofParts("roe", "anna"));
		this.names.put(2, PersonName.ofParts("berta", "anna"));
		this.names.put(3, PersonName.ofParts("anna", "doe"));
		this.names.put(4, PersonName.ofParts("William", "Doe"));
		this.names.put(5, PersonName.ofParts("Bill", "Doe"));
		this.names.put(6, PersonName.ofParts("Willy", "Doe"));
		this.names.put(7, PersonName.ofParts("Dick", "Doe"));
		this.names.put(8, PersonName.ofWhole("williamsmythe"));
		this.names.put(9, PersonName.ofParts("smyth", "wiliam"));
	}

	@Test
	void swappedNamesAgreeOnTheWordThatIsUsualInItsPart() {
		assertThat(level(this.given, 0, 1)).isEqualTo("elsewhere in the name");
		assertThat(term(this.given, 0, 1)).isEqualTo("anna");
		assertThat(term(this.given, 1, 0)).isEqualTo("anna");
		assertThat(level(this.family, 0, 1)).isEqualTo("part or elsewhere in the name");
	}

	@Test
	void oneWordInCommonCountsOnce() {
		assertThat(level(this.given, 0, 2)).isEqualTo("different");
		assertThat(level(this.family, 0, 2)).isEqualTo("part or elsewhere in the name");
		assertThat(term(this.family, 0, 2)).isEqualTo("anna");
	}

	@Test
	void shortFormsOfOneNameMayMeanTheSame() {
		assertThat(level(this.given, 4, 5)).isEqualTo("short form");
		assertThat(level(this.given, 5, 6)).isEqualTo("short form");
		assertThat(level(this.given, 4, 7)).isEqualTo("different");
	}

	@Test
	void namesWrittenAsOneWordAreMistyped() {
		PersonName apart = PersonName.ofParts("william", "smythe");
		this.names.put(4, apart);

		assertThat(level(this.given, 4, 8)).isEqualTo("mistyped");
		assertThat(level(this.family, 4, 8)).isEqualTo("mistyped");
	}

	@Test
	void swappedNamesMayBeMistypedAsWell() {
		this.names.put(4, PersonName.ofParts("william", "smythe"));

		assertThat(level(this.family, 4, 9)).isEqualTo("part or elsewhere in the name");
		assertThat(level(this.given, 4, 9)).isEqualTo("elsewhere in the name");
		this.names.put(4, PersonName.ofParts("fuchs", "fatim"));
		this.names.put(5, PersonName.ofParts("fatima", "fuchs"));
		assertThat(level(this.given, 4, 5)).isEqualTo("elsewhere in the name");
	}

	private String level(FieldComparison comparison, int left, int right) {
		return comparison.levels().get(FieldComparison.level(compare(comparison, left, right)));
	}

	private String term(FieldComparison comparison, int left, int right) {
		return this.names.word(FieldComparison.term(compare(comparison, left, right)));
	}

	private static int compare(FieldComparison comparison, int left, int right) {
		return comparison.compare(comparison.code(left), comparison.code(right));
	}

}
