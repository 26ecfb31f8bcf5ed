package io.kehu.migration.intake;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DetectionTests {

	@ParameterizedTest
	@CsvSource({ "UTF-8,Jürgen Müller aus Köln;Élodie Lefèvre;Señor Núñez",
			"windows-1252,Jürgen Müller aus Köln;Élodie Lefèvre;Señor Núñez kauft für 5 €",
			"windows-1250,Łukasz Wójcik z Łodzi;Jiří Dvořák;Žofie Šťastná;Ágnes Szőke",
			"windows-1251,Иван Петров из Москвы;Ольга Сидорова", "KOI8-R,Иван Петров из Москвы;Ольга Сидорова",
			"IBM850,Jürgen Müller aus Köln;Élodie Lefèvre;Größe für Bär", "windows-1253,Γιώργος Παπαδόπουλος από Αθήνα",
			"GB18030,张伟住在北京市朝阳区;王芳住在上海", "windows-31j,田中さんは東京に住んでいます;鈴木さん", "EUC-KR,김철수는 서울에 산다;박영희",
			"UTF-16LE,Jürgen Müller aus Köln", "UTF-16BE,Jürgen Müller aus Köln" })
	void findsTheEncoding(String charset, String names) throws IOException {
		StringBuilder text = new StringBuilder("id,name,remark\n");
		String[] parts = names.split(";");
		for (int i = 0; i < 40; i++) {
			text.append(i).append(',').append(parts[i % parts.length]).append(",plain words\n");
		}

		Reading reading = Reading.of(text.toString().getBytes(Charset.forName(charset)));

		assertThat(reading.description().encoding().charset()).isEqualTo(Charset.forName(charset));
		assertThat(reading.rows()).hasSize(40);
		assertThat(reading.rows().get(0).value(1)).isEqualTo(parts[0]);
		assertThat(reading.report().problems()).isEmpty();
	}

	@Test
	void dropsTheByteOrderMark() throws IOException {
		assertThat(Reading.of("\uFEFFid,name\n1,Zoë\n").columns()).containsExactly("id", "name");
		assertThat(Reading.of("\uFEFFid,name\n1,Zoë\n".getBytes(StandardCharsets.UTF_16LE)).columns())
			.containsExactly("id", "name");
	}

	@Test
	void readsMixedEncodingsAndTellsTheLines() throws IOException {
		byte[] first = "id,name\n1,Müller\n2,Søren\n3,Łukasz\n".getBytes(StandardCharsets.UTF_8);
		byte[] second = "4,Müller “senior”\n".getBytes(Charset.forName("windows-1252"));
		byte[] third = "5,Zoë\n".getBytes(StandardCharsets.UTF_8);

		Reading reading = Reading.of(concatenate(first, second, third));

		assertThat(reading.values()).extracting((row) -> row.get(1))
			.containsExactly("Müller", "Søren", "Łukasz", "Müller “senior”", "Zoë");
		assertThat(reading.problemLines(LineProblemKind.MIXED_ENCODING)).containsExactly(5L);
		assertThat(reading.report().rejected()).isZero();
	}

	@Test
	void readsAnOldEncodingThatComesLate() throws IOException {
		byte[] ascii = ("id,name\n" + "1,plain\n".repeat(100_000)).getBytes(StandardCharsets.US_ASCII);
		byte[] late = "2,Müller\n".getBytes(StandardCharsets.ISO_8859_1);

		Reading reading = Reading.of(concatenate(ascii, late));

		assertThat(reading.rows().get(100_000).value(1)).isEqualTo("Müller");
		assertThat(reading.problemLines(LineProblemKind.MIXED_ENCODING)).containsExactly(100_002L);
	}

	@ParameterizedTest
	@ValueSource(chars = { ',', ';', '\t', '|', '^', '~' })
	void findsTheDelimiter(char delimiter) throws IOException {
		String text = """
				id;name;price;note
				1;"Meier, Hans";1,50;"says ""hi"", leaves"
				2;Ann Lee;2,75;12:30
				3;"O'Neil; Bob";10,00;a-b
				4;Cid;;'quoted'
				""".replace("O'Neil; Bob", "O'Neil" + delimiter + " Bob");
		String written = (delimiter == ',')
				? text.replace("1,50", "1.50").replace("2,75", "2.75").replace("10,00", "10") : text;

		Reading reading = Reading.of(written.replace(';', delimiter));

		assertThat(reading.description().dialect()).isEqualTo(new Dialect(delimiter, '"'));
		assertThat(reading.columns()).containsExactly("id", "name", "price", "note");
		assertThat(reading.rows()).hasSize(4);
	}

	@Test
	void findsSingleQuotes() throws IOException {
		Reading reading = Reading.of("'id','name'\n'1','Meier, Hans'\n'2','Bob'\n");

		assertThat(reading.description().dialect()).isEqualTo(new Dialect(',', '\''));
		assertThat(reading.values()).containsExactly(List.of("1", "Meier, Hans"), List.of("2", "Bob"));
	}

	@Test
	void readsFieldsAlignedWithBlanks() throws IOException {
		Reading reading = Reading.of(" 00004 0001 19970101  2   29.33\n 00021 0002 19970118 12  129.73\n");

		assertThat(reading.description().dialect()).isEqualTo(new Dialect(' ', '"'));
		assertThat(reading.values()).containsExactly(List.of("00004", "0001", "19970101", "2", "29.33"),
				List.of("00021", "0002", "19970118", "12", "129.73"));
	}

	@Test
	void leavesWordsInOneColumn() throws IOException {
		Reading reading = Reading.of("name\nAnna von Lee\nBob de Ray\nCid van Moe\n");

		assertThat(reading.columns()).containsExactly("name");
		assertThat(reading.values()).first().isEqualTo(List.of("Anna von Lee"));
	}

	@Test
	void seesThatThereIsNoHeader() throws IOException {
		Reading reading = Reading.of("1,Ann,2020-01-01\n2,Bob,2021-02-03\n3,Cid,2022-03-04\n");

		assertThat(reading.description().header()).isFalse();
		assertThat(reading.columns()).containsExactly("column_1", "column_2", "column_3");
		assertThat(reading.rows()).hasSize(3);
	}

	@Test
	void namesColumnsOnceEach() throws IOException {
		assertThat(Reading.of("id, name,name,,\n1,Ann,Lee,x,\n2,Bob,Ray,y,\n").columns()).containsExactly("id", "name",
				"name (2)", "column_4");
	}

	@Test
	void refusesWhatIsNoText() {
		for (String start : List.of("%PDF-1.7", "\u007FELF", "SQLite format 3\u0000")) {
			assertThatExceptionOfType(IntakeException.class).isThrownBy(() -> Reading.of(start + "\u0001\u0002\u0003"))
				.satisfies((ex) -> assertThat(ex.refusal()).isEqualTo(IntakeRefusal.UNKNOWN_FORMAT));
		}
	}

	@ParameterizedTest
	@CsvSource({ "MÃ¼ller,Müller", "FranÃ§ois,François", "â‚¬ 5,€ 5", "Å\u0081ukasz,Łukasz", "MÃƒÂ¼ller,Müller" })
	void repairsWhatWasDecodedWrongly(String wrong, String right) {
		assertThat(Mojibake.repair(wrong)).isEqualTo(right);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Müller", "Ångström", "ÂME", "São Tomé", "plain", "", "Łukasz", "naïve café" })
	void leavesGoodTextsAlone(String text) {
		assertThat(Mojibake.repair(text)).isNull();
	}

	private static byte[] concatenate(byte[]... parts) {
		java.io.ByteArrayOutputStream all = new java.io.ByteArrayOutputStream();
		for (byte[] part : parts) {
			all.writeBytes(part);
		}
		return all.toByteArray();
	}

}
