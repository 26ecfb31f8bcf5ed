package io.kehu.migration.clean.standardise;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class NamePartsTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "山田 太郎|太郎|山田", "王小明|小明|王", "欧阳娜娜|娜娜|欧阳", "李娜|娜|李", "佐藤さくら|さくら|佐藤", "高橋健|健|高橋", "長谷川健太|健太|長谷川",
					"佐々木 希|希|佐々木", "김민준|민준|김", "김 민준|민준|김", "남궁민수|민수|남궁", "이산|산|이", "سلمان، محمد|محمد|سلمان",
					"YAMADA Taro|Taro|YAMADA", "Taro YAMADA|Taro|YAMADA", "DE LA CRUZ Juan|Juan|DE LA CRUZ",
					"LI Wei|Wei|LI", "JD Smith|JD|Smith", "J.D. Smith|J.D.|Smith", "ANNA SCHMIDT|ANNA|SCHMIDT",
					"Иванов Иван Петрович|Иван Петрович|Иванов", "Иван Петрович Иванов|Иван Петрович|Иванов",
					"Петрова Анна Сергеевна|Анна Сергеевна|Петрова", "Иванов Иван|Иван|Иванов",
					"Нина Петрова|Нина|Петрова", "Ivanov Ivan Petrovich|Ivan Petrovich|Ivanov",
					"Nguyễn Văn An|Văn An|Nguyễn", "José Ortega y Gasset|José Ortega y|Gasset", "Anna Berg|Anna|Berg" })
	void splitsByScriptAndLists(String name, String given, String family) {
		assertThat(NameParts.of(name)).isEqualTo(NameParts.of(given, family));
	}

	@ParameterizedTest
	@ValueSource(strings = { "Müller GmbH & Co. KG", "Siemens AG", "Miller & Sons", "Acme Ltd.", "ООО Ромашка",
			"株式会社山田", "北京科技有限公司", "삼성 주식회사", "Kowalski Sp. z o.o.", "Novák s.r.o.", "Jansen B.V.", "Bakery Inc.",
			"شركة النور" })
	void splitsNoCompanies(String name) {
		NameParts parts = NameParts.of(name);

		assertThat(parts.problem()).contains("company");
		assertThat(parts.family()).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Mr & Mrs Smith", "Hans und Anna Müller", "Anna + Bob Lee", "Herr und Frau Berg",
			"Иван и Анна Петровы", "Jean et Marie Dupont", "Anna/Bob Lee" })
	void splitsNoCouples(String name) {
		assertThat(NameParts.of(name).problem()).contains("several persons");
	}

	@ParameterizedTest
	@ValueSource(strings = { "山田太郎次郎", "太郎", "アンナ・ミュラー", "김", "황금독수리", "Wang Xiaoming", "Анна Мария", "Room 101",
			"anna@example.org" })
	void flagsWhatCannotBeTold(String name) {
		NameParts parts = NameParts.of(name);

		assertThat(parts.problem()).isNotBlank();
		assertThat(parts.family()).isNull();
	}

}
