package io.kehu.migration.profile.page;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import javax.xml.parsers.DocumentBuilderFactory;

import io.kehu.migration.intake.Intake;
import io.kehu.migration.intake.RowSource;
import io.kehu.migration.page.FigureFormat;
import io.kehu.migration.page.ReportTemplates;
import io.kehu.migration.profile.ProfileReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

import static org.assertj.core.api.Assertions.assertThat;

class ProfilePageTests {

	private static final String CSV = """
			id,<script>alert(1)</script>,amount,when
			1,<img src=x onerror=alert(1)>,5.50,2020-01-01
			2,a 'quoted' & more,7.25,2020-02-30
			3,\u202Eright to left,1000000,2020-03-01
			4,x,6,n/a
			5,short
			""";

	@Test
	void isWellFormedAndEscapesWhatFilesHold() throws Exception {
		String html = page(CSV);

		Document document = DocumentBuilderFactory.newInstance()
			.newDocumentBuilder()
			.parse(new InputSource(new java.io.StringReader(html)));
		assertThat(document.getElementsByTagName("script").getLength()).isZero();
		assertThat(document.getElementsByTagName("img").getLength()).isZero();
		assertThat(html).contains("&lt;script&gt;").doesNotContain("\u202E").doesNotContain(" style=");
	}

	@Test
	void putsATableBesideEachChart() throws Exception {
		Document document = DocumentBuilderFactory.newInstance()
			.newDocumentBuilder()
			.parse(new InputSource(new java.io.StringReader(page(CSV))));

		NodeList charts = document.getElementsByTagName("figure");
		assertThat(charts.getLength()).isEqualTo(2);
		for (int i = 0; i < charts.getLength(); i++) {
			assertThat(charts.item(i).getParentNode().getTextContent()).contains("The histogram as a table");
		}
		NodeList tables = document.getElementsByTagName("table");
		for (int i = 0; i < tables.getLength(); i++) {
			assertThat(tables.item(i).getFirstChild().getNodeName()).isEqualTo("caption");
		}
	}

	@Test
	void allowsItsOwnStyleAlone() throws IOException, NoSuchAlgorithmException {
		MatchResult style = Pattern.compile("<style>(.*)</style>", Pattern.DOTALL)
			.matcher(page(CSV))
			.results()
			.findFirst()
			.orElseThrow();
		byte[] hash = MessageDigest.getInstance("SHA-256").digest(style.group(1).getBytes(StandardCharsets.UTF_8));

		assertThat(ReportTemplates.contentSecurityPolicy()).startsWith("default-src 'none'")
			.contains("'sha256-%s'".formatted(Base64.getEncoder().encodeToString(hash)))
			.doesNotContain("unsafe");
	}

	@Test
	void showsLinesThatDidNotFit() throws IOException {
		assertThat(page(CSV)).contains("too few fields").contains("2 fields instead of 4");
	}

	@ParameterizedTest
	@CsvSource({ "0,0", "1234567,'1,234,567'", "0.12346,0.1235", "1234.567,'1,234.6'", "-2.5,-2.5",
			"0.00001234,0.00001234" })
	void writesNumbers(double number, String written) {
		assertThat(new FigureFormat().number(number)).isEqualTo(written);
	}

	@ParameterizedTest
	@CsvSource({ "0,10,0%", "10,10,100%", "1,3,33.3%", "1,100000,< 0.1%", "99999,100000,> 99.9%", "0,0,–" })
	void writesShares(long part, long whole, String written) {
		assertThat(new FigureFormat().share(part, whole)).isEqualTo(written);
	}

	private static String page(String csv) throws IOException {
		byte[] bytes = csv.getBytes(StandardCharsets.UTF_8);
		try (RowSource source = Intake.standard().open(new ByteArrayInputStream(bytes))) {
			return new ProfilePage(ProfileReport.of("a <b> & \"c\".csv", source)).html();
		}
	}

}
