package io.kehu.migration.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Files like those that users of other tools report to be read wrongly. Each is read in
 * full, or the lines that are not are reported.
 */
class ReportedFilesTests {

	static Stream<Arguments> files() {
		return Stream.of(file("delimiter at the ends of lines", "a,b,\n1,2,\n3,4,\n", "a|b", "1|2", "3|4"),
				file("line that names the delimiter", "sep=;\na;b\n1;2,5\n", "a|b", "1|2,5"),
				file("mark before a quoted name", "\uFEFF\"a,b\",c\n1,2\n", "a,b|c", "1|2"),
				file("names with the same end", "Foo,\"Bar, Baz\",\"Spam, Baz\",Some\n1,2,3,4\n",
						"Foo|Bar, Baz|Spam, Baz|Some", "1|2|3|4"),
				file("names that occur twice", "id,name,name\n1,Ann,Lee\n", "id|name|name (2)", "1|Ann|Lee"),
				file("carriage return in a quoted value", "name,city\n\"An\rna\",Ulm\nBob,Bonn\n", "name|city",
						"An\rna|Ulm", "Bob|Bonn"),
				file("line feed in a value between other ends of lines", "a;b\r\n1;\"x\ny\"\r\n2;z\r\n", "a|b",
						"1|x\ny", "2|z"),
				file("carriage returns alone", "a,b\r1,2\r3,4\r", "a|b", "1|2", "3|4"),
				file("different ends of lines", "a,b\r\n1,2\n3,4\r\n5,6", "a|b", "1|2", "3|4", "5|6"),
				file("separators of Unicode in values", "a,b\n1\u2028x,2\u0085y\n3,4\n", "a|b", "1\u2028x|2\u0085y",
						"3|4"),
				file("numbers that are none", "code,zip\n0033,01067\n9e42,00501\n1E5,1_000\n", "code|zip", "0033|01067",
						"9e42|00501", "1E5|1_000"),
				file("grouped numbers in quotes", "id,sum\n1,\"1,234.50\"\n2,\"12,000\"\n", "id|sum", "1|1,234.50",
						"2|12,000"),
				file("bars between decimal commas", "a|b\n1,5|x\n2,5|y\n3,5|z\n", "a|b", "1,5|x", "2,5|y", "3,5|z"),
				file("quotes within quotes at the end", "id,value\n1,a\n2,\"\"\",\"\n", "id|value", "1|a", "2|\","),
				file("value that looks like a comment", "id,name\n1,#5\n#2,Bob\n", "id|name", "1|#5", "#2|Bob"),
				file("remarks above the header", "# list of 2024\n# made by x, y\nid,name\n1,Ann\n2,Bob\n", "id|name",
						"1|Ann", "2|Bob"),
				file("remark of its own width above the header", "# all customers\nid,name\n1,Ann\n2,Bob\n", "id|name",
						"1|Ann", "2|Bob"),
				file("header with a number sign below a remark", "# 2024\n#id,name\n1,Ann\n2,Bob\n", "#id|name",
						"1|Ann", "2|Bob"),
				file("header with a number sign", "#id,name\n1,Ann\n2,Bob\n", "#id|name", "1|Ann", "2|Bob"),
				file("ends of lines of three characters", "a,b\r\r\n1,2\r\r\n3,4\r\r\n", "a|b", "1|2", "3|4"),
				file("backslashes before quotes", "id,path,note\n1,\"C:\\dir\\\",\"a \"\"b\"\"\"\n2,\"D:\\\",x\n",
						"id|path|note", "1|C:\\dir\\|a \"b\"", "2|D:\\|x"),
				file("decimal commas below a header", "A;B;C\n1,1;2,2;3,3\n1,1;2,2;3,3\n", "A|B|C", "1,1|2,2|3,3",
						"1,1|2,2|3,3"),
				file("formulas that keep zeros", "id,code\n1,=\"00123\"\n2,=\"00124\"\n", "id|code", "1|=\"00123\"",
						"2|=\"00124\""),
				file("row with delimiters at its end", "a,b,c,d\n1,2,3,4\n1,9,27,41,,\n1,10,16,26\n", "a|b|c|d",
						"1|2|3|4", "1|9|27|41", "1|10|16|26"),
				file("stray quote at the end of a value", "id;text;kind\n1;the end\". ;JPG\n2;more;PNG\n",
						"id|text|kind", "1|the end\". |JPG", "2|more|PNG"),
				file("blank behind a quoted value",
						"name,text,year\nMary,\"of England,\nand Ireland\", 1662\nAnn,x,1702\n", "name|text|year",
						"Mary|of England,\nand Ireland| 1662", "Ann|x|1702"),
				file("first value empty", "no,name\n1,Ann\n,Bob\n3,Cid\n", "no|name", "1|Ann", "null|Bob", "3|Cid"),
				file("words for nothing in a single column", "id\nNA\n1\nNA\n", "id", "NA", "1", "NA"),
				file("words that other tools take for nothing", "id,name\nNA,None\nnan,true\n-,NULL\n", "id|name",
						"NA|None", "nan|true", "-|NULL"),
				file("numbers of many digits", "id,x\n12345678901234567890,0.1000000000000000055\n", "id|x",
						"12345678901234567890|0.1000000000000000055"),
				file("empty value at the very end", "a,b\n1,x\n2,", "a|b", "1|x", "2|null"),
				file("quoted empty values", "a,b\n\"\",\"x\"\n\"y\",\"\"\n", "a|b", "null|x", "y|null"),
				file("numbers of JSON", "{\"id\":12345678901234567890,\"x\":1.0,\"y\":1e400,\"z\":-0}\n{\"id\":1}\n",
						"id|x|y|z", "12345678901234567890|1.0|1e400|-0", "1|null|null|null"));
	}

	private static Arguments file(String name, String text, String columns, String... rows) {
		return Arguments.of(name, text, List.of(columns.split("\\|")), List.of(rows));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("files")
	void readsEveryValue(String name, String text, List<String> columns, List<String> rows) throws IOException {
		Reading reading = Reading.of(text);

		assertThat(reading.columns()).isEqualTo(columns);
		assertThat(reading.rows()).extracting((row) -> shown(row, columns.size())).isEqualTo(rows);
		assertThat(reading.report().rejected()).isZero();
	}

	private static String shown(Row row, int columns) {
		String[] values = new String[columns];
		Arrays.setAll(values, (column) -> String.valueOf(row.value(column)));
		return String.join("|", values);
	}

	static Stream<Arguments> broken() {
		return Stream.of(lines("first row too long", "Col1,Col2\n5,7,Invalid\n4,Row\n8,Does\n", "2"),
				lines("quote that is not closed", "a,b\n\"1\",\"x\"\n\"2\",\"y\n", "3"),
				lines("delimiter in the last line alone", "c0\nv0\na;b\n", "3"),
				lines("several quotes", "id,name,age\n2,\"Alice,Doe\",30\n1,\"John, Doe,25\n3,\"Bob\",35\n", "3"),
				lines("values in quotes that go on", "first|second\n\"Quotes\" with words|02134\nx|6789\n", "2"),
				lines("rows without the delimiter of the header", "colA,colB\naaa zzz\nbbb yyy\n1,2\n", "2,3"),
				lines("quotes that open and never close", "text\tlabel\n\"what is\ta\nit's\tb\n\"who am I\tc\nx\td\n",
						"2,4"),
				lines("header once more", "id,name\n1,Ann\nid,name\n2,Bob\n", "3"),
				lines("header once more with a mark", "id,name\n1,Ann\n\uFEFFid,name\n2,Bob\nid,name\n", "3,5"),
				lines("header of words once more", "name;city\nAnn;Ulm\nname;city\nBob;Bonn\n", "3"),
				lines("mark of the end of the file", "a,b\n1,2\n3,4\n\u001A", "4"),
				lines("no numbers of JSON", "{\"id\":1,\"x\":2}\n{\"id\":2,\"x\":NaN}\n{\"id\":3,\"x\":4}\n", "2"));
	}

	private static Arguments lines(String name, String text, String rejected) {
		return Arguments.of(name, text, Stream.of(rejected.split(",")).map(Long::valueOf).toList());
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("broken")
	void reportsTheLinesThatAreBroken(String name, String text, List<Long> rejected) throws IOException {
		Reading reading = Reading.of(text);

		assertThat(reading.report().first()).filteredOn((problem) -> problem.kind().rejecting())
			.extracting(LineProblem::line)
			.isEqualTo(rejected);
		assertThat(reading.rows())
			.hasSize((int) text.strip().lines().count() - rejected.size() - (text.startsWith("{") ? 0 : 1));
	}

	@ParameterizedTest
	@ValueSource(strings = { "<html><body><table><tr><td>id</td></tr>\n<tr><td>1</td></tr></table></body></html>",
			"\n<!DOCTYPE HTML>\n<table>", "<TABLE border=1>\n<tr><td>1,2</td></tr>",
			"<?xml version=\"1.0\"?>\n<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>",
			"{\\rtf1\\ansi a,b}\n1,2\n", "BEGIN:VCARD\nFN:Ann\nEND:VCARD\n",
			"{'id':1,'name':'Ann'}\n{'id':2,'name':'Bob'}\n",
			"{\"1\":{\"name\":\"Ann\"},\"2\":{\"name\":\"Bob\"},\"3\":{\"name\":\"Cid\"}}" })
	void refusesOtherFormats(String text) {
		assertThatExceptionOfType(IntakeException.class).isThrownBy(() -> Reading.of(text))
			.satisfies((ex) -> assertThat(ex.refusal()).isEqualTo(IntakeRefusal.UNKNOWN_FORMAT));
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"id,name\"\n\"1,Ann\"\n\"2,Bob\"\n", "id\u00A6name\n1\u00A6Ann\n2\u00A6Bob\n",
			"id   name      city\n1    Anna      Lund\n2    Bob       Ulm\n" })
	void warnsOfTablesWithASingleColumn(String text) throws IOException {
		Reading reading = Reading.of(text);

		assertThat(reading.report().problems()).containsKey(LineProblemKind.SINGLE_COLUMN);
	}

	@ParameterizedTest
	@ValueSource(strings = { "email\na@x.org\nb@x.org\n", "name\nAnn\nBob\n", "time\n10:30\n11:30\n",
			"page\nhttp://x.org/a\nhttps://x.org/b\n", "a,b\n1,2\n" })
	void doesNotWarnOfOtherTables(String text) throws IOException {
		assertThat(Reading.of(text).report().problems()).isEmpty();
	}

	@Test
	void losesNoRowWhenLinesGrowWider() throws IOException {
		StringBuilder text = new StringBuilder("id,name\n");
		for (int i = 0; i < 3_000; i++) {
			text.append(i).append((i < 100) ? ",Ann\n" : ",Ann,x\n");
		}

		Reading reading = Reading.of(text.toString());

		assertThat(reading.rows().size() + reading.report().rejected()).isEqualTo(3_000);
		assertThat(reading.columns()).startsWith("id", "name");
	}

	@Test
	void readsQuotesAndEscapesFarBehindTheSample() throws IOException {
		StringBuilder text = new StringBuilder("name,n\n");
		for (int i = 0; i < 60_000; i++) {
			text.append((i % 7 == 0) ? "Anna,0\n" : "Bo,0\n");
		}

		Reading reading = Reading.of(text.append("\"Beth, Bens. Co.\",1\n\"a \"\"b\"\"\",2\n").toString());

		assertThat(reading.values().subList(60_000, 60_002)).containsExactly(List.of("Beth, Bens. Co.", "1"),
				List.of("a \"b\"", "2"));
	}

	@Test
	void readsRowsBetweenBlankLines() throws IOException {
		Reading reading = Reading.of("a,b\n" + "1,2\n\n".repeat(20_000));

		assertThat(reading.rows()).hasSize(20_000);
		assertThat(reading.report().rejected()).isZero();
	}

	@Test
	void decodesWhatComesBehindTheSample() throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		bytes.write("id,name\n".getBytes(StandardCharsets.US_ASCII));
		bytes.write("1,Ann\n".repeat(60_000).getBytes(StandardCharsets.US_ASCII));
		bytes.write("2,Kāwanatanga\n".getBytes(StandardCharsets.UTF_8));
		Reading utf8 = Reading.of(bytes.toByteArray());
		assertThat(utf8.values().get(60_000)).containsExactly("2", "Kāwanatanga");

		bytes.write("3,Müller\n".getBytes(Charset.forName("windows-1252")));
		Reading mixed = Reading.of(bytes.toByteArray());
		assertThat(mixed.values().get(60_001)).containsExactly("3", "Müller");
		assertThat(mixed.problemLines(LineProblemKind.MIXED_ENCODING)).containsExactly(60_003L);
	}

	@Test
	void readsTextOfSpreadsheetsInUtf16() throws IOException {
		String text = "id\tname\r\n1\tMüller\r\n2\t佐藤\r\n";
		for (String charset : List.of("UTF-16LE", "UTF-16BE")) {
			Reading marked = Reading.of(("\uFEFF" + text).getBytes(charset));
			assertThat(marked.values()).as(charset).containsExactly(List.of("1", "Müller"), List.of("2", "佐藤"));
			Reading plain = Reading.of(text.repeat(1).getBytes(charset));
			assertThat(plain.values()).as(charset).containsExactly(List.of("1", "Müller"), List.of("2", "佐藤"));
		}
	}

	@Test
	void findsTheTableBelowATitle() throws IOException {
		Reading reading = Reading.of("Estrazione del 2025-01-06\nid;name;city\n1;a|b;Ulm\n2;c|d;Bonn\n3;e;Graz\n");

		assertThat(reading.columns()).containsExactly("id", "name", "city");
		assertThat(reading.values()).hasSize(3);
		assertThat(reading.problemLines(LineProblemKind.PREAMBLE)).containsExactly(1L);
	}

}
