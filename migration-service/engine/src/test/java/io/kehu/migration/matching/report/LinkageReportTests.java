package io.kehu.migration.matching.report;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;

import javax.xml.parsers.DocumentBuilderFactory;

import io.kehu.migration.matching.LinkageResult;
import io.kehu.migration.matching.LinkageSettings;
import io.kehu.migration.matching.LinkageSource;
import io.kehu.migration.matching.Linker;
import io.kehu.migration.matching.weights.FieldModel;
import io.kehu.migration.sample.PersonGenerator;
import io.kehu.migration.sample.SamplePersons;
import io.kehu.migration.table.Column;
import io.kehu.migration.table.Table;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class LinkageReportTests {

	private final LinkageResult result = new Linker(LinkageSettings.defaults())
		.link(LinkageSource.of("<persons>", withOneKeyForAll()));

	private final LinkageReport report = LinkageReport.of("<persons>", this.result);

	@Test
	void countsEachRecordOnce() {
		assertThat(this.report.sizes().stream().mapToInt((size) -> size.size() * size.clusters()).sum())
			.isEqualTo(this.report.records())
			.isEqualTo(3_000);
		assertThat(this.report.merged()).isEqualTo(3_000 - this.report.clusters());
		assertThat(this.report.review().stream().mapToInt(ReviewBand::pairs).sum())
			.isEqualTo(this.result.review().size());
	}

	@Test
	void showsTheWeakestLinksFirst() {
		List<ClusterLink> links = this.report.weakest();

		assertThat(links).isNotEmpty()
			.isSortedAccordingTo((one, other) -> Double.compare(one.weight(), other.weight()));
		assertThat(links.get(0).cluster()).isGreaterThan(1);
	}

	@Test
	void tellsWhatWasLearnt() {
		assertThat(this.report.fields()).extracting(FieldModel::name).contains("family name", "date_of_birth");
		for (FieldModel field : this.report.fields()) {
			assertThat(field.levels().stream().mapToDouble(FieldModel.Level::m).sum()).isCloseTo(1, within(1e-6));
			double expected = List.of("address", "title", "generation").contains(field.name()) ? 0 : 1;
			assertThat(field.levels().get(0).weight()).as(field.name()).isGreaterThan(expected - 0.5);
		}
	}

	@Test
	void reportsTheBlockOfEverything() {
		assertThat(this.report.capped()).anyMatch((block) -> block.largest() >= 2_800);
		assertThat(new LinkageReportPage(this.report).html()).contains("Blocks that were not compared in full");
	}

	@Test
	void thePageIsWellFormedAndEscaped() throws Exception {
		String html = new LinkageReportPage(this.report).html();

		Document document = DocumentBuilderFactory.newInstance()
			.newDocumentBuilder()
			.parse(new InputSource(new StringReader(html)));
		assertThat(document.getElementsByTagName("script").getLength()).isZero();
		assertThat(document.getElementsByTagName("persons").getLength()).isZero();
		assertThat(html).doesNotContain(" style=");
	}

	@Test
	void theSameResultGivesTheSameJson() {
		assertThat(LinkageReport.of("<persons>", this.result).toJson()).isEqualTo(this.report.toJson())
			.contains("\"weakest\"", "\"fields\"");
	}

	/** Persons who all have the same street. */
	private static Table withOneKeyForAll() {
		SamplePersons sample = new PersonGenerator(5).generate(3_000, 0.2);
		Table persons = Table.of(sample.columns(), sample.rows());
		List<String> same = new ArrayList<>();
		for (int row = 0; row < persons.rows(); row++) {
			same.add((row % 50 == 0) ? "side street " + row : "main street");
		}
		return persons.with(Column.of("address", new ArrayList<>(same)));
	}

}
