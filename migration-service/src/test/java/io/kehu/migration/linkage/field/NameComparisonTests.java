package io.kehu.migration.linkage.field;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NameComparisonTests {

	private final Names names = new Names(4);

	private final Comparison given = new GivenNameComparison(this.names);

	private final Comparison family = new FamilyNameComparison(this.names);

	NameComparisonTests() {
		this.names.put(0, PersonName.ofParts("anna", "roe"));
		this.names.put(1, PersonName.ofParts("roe", "anna"));
		this.names.put(2, PersonName.ofParts("berta", "anna"));
		this.names.put(3, PersonName.ofParts("anna", "doe"));
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

	private String level(Comparison comparison, int left, int right) {
		return comparison.levels().get(Comparison.level(compare(comparison, left, right)));
	}

	private String term(Comparison comparison, int left, int right) {
		return this.names.word(Comparison.term(compare(comparison, left, right)));
	}

	private static int compare(Comparison comparison, int left, int right) {
		return comparison.compare(comparison.code(left), comparison.code(right));
	}

}
