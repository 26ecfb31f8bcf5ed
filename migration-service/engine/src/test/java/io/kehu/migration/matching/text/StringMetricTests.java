package io.kehu.migration.matching.text;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class StringMetricTests {

	@ParameterizedTest
	@CsvSource({ "martha,marhta,0.9611", "dixon,dicksonx,0.8133", "jellyfish,smellyfish,0.8963", "same,same,1",
			"abc,xyz,0" })
	void jaroWinklerGivesThePublishedValues(String left, String right, double expected) {
		assertThat(JaroWinkler.similarity(left, right)).isCloseTo(expected, within(0.0001));
		assertThat(JaroWinkler.similarity(right, left)).isCloseTo(expected, within(0.0001));
	}

	@ParameterizedTest
	@CsvSource({ "smith,smiht,1", "smith,smith,0", "smith,smit,1", "smith,asmith,1", "ca,abc,3", "kitten,sitting,3",
			"abcdef,uvwxyz,4" })
	void editDistanceCountsSwapsOfNeighboursOnceAndStopsAtTheBound(String left, String right, int expected) {
		assertThat(EditDistance.within(left, right, 3)).isEqualTo(expected);
		assertThat(EditDistance.within(right, left, 3)).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "  Müller-Lüdenscheidt |muller ludenscheidt", "O'Brien|obrien", "ŁÓDŹ|lodz",
			"Straße 5/b|strasse 5 b" })
	void foldingRemovesAccentsCaseAndPunctuation(String text, String expected) {
		assertThat(NormalForms.fold(text)).isEqualTo(expected);
	}

	@Test
	void namesThatSoundAlikeHaveTheSameSound() {
		Phonetics phonetics = new Phonetics();

		assertThat(phonetics.sound("catherine")).isEqualTo(phonetics.sound("katharin"));
		assertThat(phonetics.sound("李")).isEqualTo("李");
	}

	@ParameterizedTest
	@CsvSource({ "王小龍,王小龙", "陳麗華,陈丽华", "張偉,张伟", "ＡＮＮＡ　ｓｃｈｍｉｄｔ,anna schmidt", "ﾔﾏﾀﾞ,ヤマダ", "１２３,123", "歐陽國強,欧阳国强",
			"趙雲,赵云" })
	void scriptsAndWidthsAreFolded(String one, String other) {
		assertThat(NormalForms.fold(one)).isEqualTo(NormalForms.fold(other));
		assertThat(NormalForms.bare(one)).isEqualTo(NormalForms.bare(other));
		assertThat(NormalForms.compatible(NormalForms.compatible(one))).isEqualTo(NormalForms.compatible(one));
	}

}
