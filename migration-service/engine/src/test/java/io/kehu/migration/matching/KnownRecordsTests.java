package io.kehu.migration.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import io.kehu.migration.sample.PersonGenerator;
import io.kehu.migration.sample.SamplePersons;
import io.kehu.migration.table.Column;
import io.kehu.migration.table.ColumnBuilder;
import io.kehu.migration.table.Table;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class KnownRecordsTests {

	/** What a live customer calls the columns of the file. */
	private static final Map<String, String> LIVE = Map.of("given_name", "givenName", "surname", "familyName",
			"address", "line1", "suburb", "city", "postcode", "postalCode", "date_of_birth", "birthDate", "phone",
			"phone");

	private final SamplePersons persons = new PersonGenerator(21).generate(4_000, 0.4);

	private final Table table = Table.of(this.persons.columns(), this.persons.rows());

	private final Set<Integer> live = firstRecords();

	@Test
	void recordsOfAFileFindTheLiveCustomers() {
		LinkageResult result = new Linker(LinkageSettings.defaults()).link(List.of(liveCustomers(), arriving()),
				List.of());

		List<SourceMatch> matches = result.matches("live");
		long right = matches.stream()
			.filter((match) -> person(match.record().key()) == person(match.known().key()))
			.count();
		assertThat(matches).allMatch((match) -> match.known().source().equals("live"));
		assertThat(right).isGreaterThan((long) (0.985 * matches.size()));
		assertThat(right).isGreaterThan((long) (0.97 * (this.table.rows() - this.live.size())));
	}

	@Test
	void liveCustomersAreNeverJoinedWithEachOther() {
		LinkageResult result = new Linker(LinkageSettings.defaults()).link(List.of(liveCustomers(), arriving()),
				List.of());

		for (int cluster = 0; cluster < result.clusters(); cluster++) {
			int known = 0;
			for (int row : result.cluster(cluster)) {
				known += result.reference(row).source().equals("live") ? 1 : 0;
			}
			assertThat(known).isLessThanOrEqualTo(1);
		}
	}

	@Test
	void decisionsNeverJoinLiveCustomers() {
		LinkageSource live = LinkageSource.ofKnown("live",
				List.of(known("a", "Ada Lovelace"), known("b", "Emmy Noether")).iterator());
		LinkageSource file = new LinkageSource("file",
				Table.of(List.of("no", "name"), List.<String[]>of(new String[] { "1", "Ada Lovelace" })), "no", null);
		RecordReference row = new RecordReference("file", "1");

		LinkageResult result = new Linker(LinkageSettings.defaults()).link(List.of(live, file),
				List.of(new Decision(new RecordReference("live", "a"), row, true),
						new Decision(new RecordReference("live", "b"), row, true),
						new Decision(new RecordReference("live", "a"), new RecordReference("live", "b"), true)));

		assertThat(result.clusterOf(0)).isNotEqualTo(result.clusterOf(1));
		assertThat(result.clusterOf(0)).isEqualTo(result.clusterOf(2));
		assertThat(result.warnings()).extracting(LinkageWarning::kind).contains(LinkageWarning.Kind.DECISIONS_CONFLICT);
	}

	@Test
	void neverAsksAboutTwoLiveCustomers() {
		LinkageResult result = new Linker(LinkageSettings.defaults()).link(List.of(liveCustomers(), arriving()),
				List.of());

		assertThat(result.review()).noneMatch((pair) -> result.reference(pair.left()).source().equals("live")
				&& result.reference(pair.right()).source().equals("live"));
	}

	private static KnownRecord known(String key, String name) {
		return KnownRecord.ofEntity(key, Map.of("name", name));
	}

	@Test
	void knownRecordsOfTwoSourcesMayHaveTheSameKeys() {
		Iterator<KnownRecord> others = IntStream.range(0, 200)
			.mapToObj((number) -> KnownRecord.ofEntity(Integer.toString(number),
					Map.of("givenName", "Zoe" + number, "familyName", "Other" + number, "city", "Elsewhere")))
			.iterator();

		LinkageResult result = new Linker(LinkageSettings.defaults())
			.link(List.of(liveCustomers(), LinkageSource.ofKnown("branch", others)), List.of());

		for (int cluster = 0; cluster < result.clusters(); cluster++) {
			assertThat(result.cluster(cluster)).hasSize(1);
		}
	}

	@Test
	void columnsMayComeLateOrNever() {
		Iterator<KnownRecord> records = List
			.of(KnownRecord.ofEntity("1", Map.of("name", "anna roe")),
					new KnownRecord("2", null, Map.of("name", "ben poe", "phone", "0301234")),
					KnownRecord.ofEntity("3", Map.of()))
			.iterator();

		LinkageSource source = LinkageSource.ofKnown("live", records);

		assertThat(source.table().rows()).isEqualTo(3);
		assertThat(source.table().column("phone").value(0)).isNull();
		assertThat(source.table().column("phone").value(1)).isEqualTo("0301234");
		assertThat(source.table().column("name").value(2)).isNull();
		assertThat(LinkageSource.ofKnown("none", List.<KnownRecord>of().iterator()).table().rows()).isZero();
	}

	private LinkageSource liveCustomers() {
		List<KnownRecord> records = new ArrayList<>();
		for (int row : this.live) {
			Map<String, String> fields = new HashMap<>();
			LIVE.forEach((column, name) -> {
				String value = this.table.column(column).value(row);
				if (value != null) {
					fields.put(name, value);
				}
			});
			records.add(KnownRecord.ofEntity(Integer.toString(row), fields));
		}
		return LinkageSource.ofKnown("live", records.iterator());
	}

	private LinkageSource arriving() {
		List<Column> columns = new ArrayList<>();
		ColumnBuilder keys = new ColumnBuilder("key");
		for (int row = 0; row < this.table.rows(); row++) {
			if (!this.live.contains(row)) {
				keys.add(Integer.toString(row));
			}
		}
		columns.add(keys.build());
		for (Column column : this.table.columns()) {
			ColumnBuilder builder = new ColumnBuilder(column.name());
			for (int row = 0; row < column.rows(); row++) {
				if (!this.live.contains(row)) {
					builder.add(column.value(row));
				}
			}
			columns.add(builder.build());
		}
		return LinkageSource.of("arriving", new Table(columns)).keyedBy("key");
	}

	private int person(String key) {
		return this.persons.person(Integer.parseInt(key));
	}

	private Set<Integer> firstRecords() {
		Set<Integer> seen = new HashSet<>();
		Set<Integer> first = new HashSet<>();
		for (int row = 0; row < this.table.rows(); row++) {
			if (seen.add(this.persons.person(row))) {
				first.add(row);
			}
		}
		return first;
	}

}
