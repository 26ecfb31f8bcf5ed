package io.kehu.customer.term;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SearchTermsTests {

	@ParameterizedTest
	@ValueSource(strings = { "wang", "ming", "wangxiaoming", "wxm" })
	void findChineseNamesByPinyinAndInitials(String letters) {
		List<String> terms = List.of(SearchTerms.of(List.of("\u738b\u5c0f\u660e"), List.of()));
		assertThat(terms).contains(SearchTerms.ofPinyin(letters));
	}

	@Test
	void containEachReadingOfACharacter() {
		assertThat(SearchTerms.of(List.of("\u91cd\u5e86"), List.of())).contains("p:chongqing", "p:zhongqing", "p:cq");
	}

	@ParameterizedTest
	@CsvSource({ "\u738b\u4f1f,\u738b\u4f1f", "\u738b,\u738b", "\u5317\u4eac\u534e\u4e3d,\u4eac\u534e",
			"\uae40\ubbfc\uc218,\ubbfc\uc218", "\u5c71\u7530\u592a\u90ce,\u592a\u90ce",
			"Acme \u5317\u4eac,\u5317\u4eac" })
	void findNamesByNeighbours(String name, String searched) {
		assertThat(SearchTerms.ofCharacters(searched)).isNotEmpty();
		assertThat(List.of(SearchTerms.of(List.of(name), List.of()))).containsAll(SearchTerms.ofCharacters(searched));
	}

	@ParameterizedTest
	@ValueSource(strings = { "+49 30 1234567", "0049 (0)30/12 34-567", "030 1234567", "1234567", "(030) 123 45 67",
			"+49 (0) 30 1234567", "\uff10\uff13\uff10 \uff11\uff12\uff13\uff14\uff15\uff16\uff17" })
	void findPhoneNumbersInAnySpelling(String spelling) {
		assertThat(List.of(SearchTerms.of(List.of(), List.of("+49301234567")))).contains(SearchTerms.ofPhone(spelling));
	}

	@Test
	void leaveOutWhatIsTooShortOrHasTrigrams() {
		assertThat(SearchTerms.ofPhone("030 12")).isEmpty();
		assertThat(SearchTerms.of(List.of("Acme"), List.of("+4912"))).isEmpty();
		assertThat(SearchTerms.ofCharacters("Acme")).isEmpty();
	}

}
