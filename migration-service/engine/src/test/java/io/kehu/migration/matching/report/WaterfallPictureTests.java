package io.kehu.migration.matching.report;

import java.io.StringReader;
import java.util.List;

import javax.xml.parsers.DocumentBuilderFactory;

import io.kehu.migration.matching.PairExplanation;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class WaterfallPictureTests {

	private final PairExplanation pair = new PairExplanation(-11.5,
			List.of(step("family name", "roe", "roe", "equal", 9.5, -2),
					step("date_of_birth", "19010203", "19620405", "different", -4.25, -6.25),
					step("note", "<script>alert('&')</script>", "\u202Ex", "similar", 12, 5.75)),
			5.75);

	@Test
	void saysInWordsWhatItShows() throws Exception {
		Document picture = parse(new WaterfallPicture(this.pair, "file / 1", "file / 2").svg());

		Element root = picture.getDocumentElement();
		assertThat(root.getAttribute("role")).isEqualTo("img");
		assertThat(root.getAttribute("aria-labelledby")).isEqualTo("waterfall-title waterfall-description");
		assertThat(text(picture, "title")).isEqualTo("Match weights of file / 1 and file / 2");
		assertThat(text(picture, "desc")).contains("family name, equal: +9.5 bits", "Together +5.8 bits", "98.2%");
	}

	@Test
	void eachBarBeginsWhereTheLastOneEnded() throws Exception {
		NodeList bars = parse(new WaterfallPicture(this.pair, "a", "b").svg()).getElementsByTagName("rect");

		assertThat(bars.getLength()).isEqualTo(1 + 5);
		double prior = number(bars, 1, "x");
		assertThat(number(bars, 2, "x")).isEqualTo(prior);
		double familyName = number(bars, 2, "x") + number(bars, 2, "width");
		assertThat(number(bars, 3, "x") + number(bars, 3, "width")).isCloseTo(familyName, within(0.15));
	}

	@Test
	void nothingInAValueBecomesMarkup() throws Exception {
		String svg = new WaterfallPicture(this.pair, "<b>", "\"quoted\"").svg();

		assertThat(parse(svg).getElementsByTagName("script").getLength()).isZero();
		assertThat(svg).contains("&lt;script&gt;").doesNotContain("\u202E").doesNotContain("<b>");
	}

	@Test
	void aPairWithoutEvidenceIsNoTrouble() throws Exception {
		PairExplanation none = new PairExplanation(0, List.of(), 0);

		assertThat(parse(new WaterfallPicture(none, "a", "b").svg()).getElementsByTagName("rect").getLength())
			.isEqualTo(3);
	}

	private static PairExplanation.Step step(String field, String left, String right, String agreement, double weight,
			double running) {
		return new PairExplanation.Step(field, left, right, agreement, weight, running);
	}

	private static double number(NodeList nodes, int index, String attribute) {
		return Double.parseDouble(((Element) nodes.item(index)).getAttribute(attribute));
	}

	private static String text(Document document, String tag) {
		return document.getElementsByTagName(tag).item(0).getTextContent();
	}

	private static Document parse(String text) throws Exception {
		return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(text)));
	}

}
