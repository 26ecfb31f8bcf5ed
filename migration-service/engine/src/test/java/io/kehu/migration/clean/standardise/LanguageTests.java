package io.kehu.migration.clean.standardise;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class LanguageTests {

	@ParameterizedTest
	@CsvSource({ "LOWER,tr,DİYARBAKIR,diyarbakır", "LOWER,,DİYARBAKIR,diyarbakır", "LOWER,tr,ISPARTA,ısparta",
			"LOWER,,MADRID,madrid", "UPPER,tr,izmir,İZMİR", "UPPER,,izmir,IZMIR", "UPPER,,diyarbakır,DİYARBAKIR",
			"TITLE,tr,DİYARBAKIR ilçe,Diyarbakır İlçe", "TITLE,nl,IJSSELSTEIN,IJsselstein",
			"TITLE,,IJSSELSTEIN,Ijsselstein", "TITLE,el,ΟΔΟΣ ΑΘΗΝΑΣ,Οδος Αθηνας", "TITLE,de,straße ßig,Straße ßig",
			"LOWER,el,ΟΔΟΣ,οδος" })
	void changesTheCaseAsTheLanguageDoes(LetterCase letters, String language, String value, String expected) {
		assertThat(new TextStandard(letters, language).apply(value).value()).isEqualTo(expected);
	}

	@Test
	void refusesWhatIsNoLanguage() {
		assertThatIllegalArgumentException().isThrownBy(() -> new TextStandard(LetterCase.LOWER, "klingon!"))
			.withMessageContaining("klingon!");
	}

	@ParameterizedTest
	@CsvSource({ "2022年3月5日,2022-03-05", "令和4年3月5日,2022-03-05", "令和元年5月1日,2019-05-01", "平成31年4月30日,2019-04-30",
			"昭和64年1月7日,1989-01-07", "R4.3.5,2022-03-05", "S55/1/2,1980-01-02", "2022년 3월 5일,2022-03-05",
			"民國111年3月5日,2022-03-05", "２０２２年３月５日,2022-03-05", "２０２２/０３/０５,2022-03-05",
			"2022年3月5日 10:30,2022-03-05T10:30:00" })
	void readsEastAsianDates(String value, String expected) {
		assertThat(DateStandard.standard().apply(value).value()).isEqualTo(expected);
	}

	@ParameterizedTest
	@ValueSource(strings = { "平成40年1月1日", "令和元年4月30日", "2022年2月30日", "昭和0年1月1日", "2022年13月1日" })
	void flagsDaysThatAreInNoEra(String value) {
		assertThat(DateStandard.standard().apply(value).problem()).isEqualTo("date that does not exist");
	}

}
