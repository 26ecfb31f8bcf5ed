package io.kehu.migration.survivorship;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.kehu.migration.matching.RecordReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SurvivorshipTests {

	private final SurvivorCandidate shop = new SurvivorCandidate(new RecordReference("shop", "1"),
			Instant.parse("2020-01-01T00:00:00Z"), Map.of("name", "A. Roe", "status", "lead", "phone", " "));

	private final SurvivorCandidate office = new SurvivorCandidate(new RecordReference("office", "7"),
			Instant.parse("2024-01-01T00:00:00Z"), Map.of("name", "Anna Roe", "status", "customer"));

	private final SurvivorCandidate list = new SurvivorCandidate(new RecordReference("list", "3"), null,
			Map.of("name", "A. Roe", "status", "lost", "phone", "030 1"));

	private final List<SurvivorCandidate> records = List.of(this.shop, this.office, this.list);

	@ParameterizedTest
	@CsvSource({ "NON_EMPTY,name,A. Roe,shop", "NON_EMPTY,phone,030 1,list", "MOST_RECENT,name,Anna Roe,office",
			"MOST_RECENT,phone,030 1,list", "LONGEST,name,Anna Roe,office", "MOST_FREQUENT,name,A. Roe,shop" })
	void eachRuleChoosesItsValue(SurvivorshipRule.Kind kind, String field, String value, String source) {
		SurvivingValue survivor = merge(field, SurvivorshipRule.of(kind));

		assertThat(survivor.value()).isEqualTo(value);
		assertThat(survivor.from().source()).isEqualTo(source);
		assertThat(survivor.rule()).isEqualTo(kind);
	}

	@Test
	void anOrderOfSourcesOrValuesDecides() {
		SurvivorshipRule sources = new SurvivorshipRule(SurvivorshipRule.Kind.SOURCE_PRIORITY, List.of("list", "shop"));
		SurvivorshipRule values = new SurvivorshipRule(SurvivorshipRule.Kind.CUSTOM_ORDER, List.of("customer", "lead"));

		assertThat(merge("name", sources).from().source()).isEqualTo("list");
		assertThat(merge("status", values).value()).isEqualTo("customer");
		assertThat(merge("status", values).others()).containsExactly("lead", "lost");
	}

	@Test
	void fieldsHaveRulesOfTheirOwnAndEmptyOnesAreLeftOut() {
		Survivor survivor = new Survivorship(Map.of("name", SurvivorshipRule.of(SurvivorshipRule.Kind.LONGEST)),
				SurvivorshipRule.of(SurvivorshipRule.Kind.NON_EMPTY))
			.merge(List.of("status", "name", "city"), this.records);

		assertThat(survivor.values()).extracting(SurvivingValue::value).containsExactly("lead", "Anna Roe");
		assertThat(survivor.merged()).extracting(RecordReference::source).containsExactly("shop", "office", "list");
	}

	private static final List<String> PARTS = List.of("line1", "postalCode", "city", "country");

	private static final FieldGroup ADDRESS = new FieldGroup(Map.of("line1", "address", "postalCode", "postcode",
			"city", "place", "country", "area", "street", "address", "PLZ", "postcode"), Set.of("area"));

	@ParameterizedTest
	@CsvSource(delimiter = ';',
			value = { "Hauptstr. 1,,Berlin,;Elbweg 2,20095,Hamburg,;Hauptstr. 1,,Berlin,;live",
					"Hauptstr. 1,,Berlin,DE;hauptstr. 1 ,10115,Berlin,DE;hauptstr. 1 ,10115,Berlin,DE;old",
					",10115,Berlin,;Elbweg 2,,Berlin,;,10115,Berlin,;live",
					",,,;Elbweg 2,,Hamburg,;Elbweg 2,,Hamburg,;old", ",,,DE;Elbweg 2,,Hamburg,;Elbweg 2,,Hamburg,;old",
					",,,DE;,,,AT;,,,DE;live", "Hauptstr. 1,,Berlin,;,,,DE;Hauptstr. 1,,Berlin,;live" })
	void anAddressIsThatOfOneRecord(String live, String old, String survives, String source) {
		Survivor survivor = new Survivorship(Map.of(),
				new SurvivorshipRule(SurvivorshipRule.Kind.SOURCE_PRIORITY, List.of("live")), ADDRESS)
			.merge(PARTS, List.of(address("old", old), address("live", live)));

		assertThat(PARTS.stream().map((part) -> value(survivor, part)).toList())
			.isEqualTo(List.of(survives.split(",", -1)));
		assertThat(survivor.values()).allMatch((value) -> value.from().source().equals(source));
	}

	@Test
	void theLineageOfAnAddressNamesWhatItLeavesOut() {
		Survivor survivor = new Survivorship(Map.of(),
				new SurvivorshipRule(SurvivorshipRule.Kind.SOURCE_PRIORITY, List.of("live")), ADDRESS)
			.merge(PARTS, List.of(address("old", "Elbweg 2,20095,Hamburg,"), address("live", "Hauptstr. 1,,Berlin,")));

		assertThat(survivor.values())
			.extracting((value) -> value.field() + " " + value.value() + " " + String.join("|", value.others()))
			.containsExactly("line1 Hauptstr. 1 Elbweg 2", "postalCode null 20095", "city Berlin Hamburg");
	}

	@ParameterizedTest
	@CsvSource({ "hauptstr. 1, 10115, hauptstr. 1, 10115, ''", "Elbweg 2, 20095, '', '', Hauptstr. 1" })
	void columnsOfOtherNamesSayTheSame(String street, String postcode, String survivingStreet, String survivingPostcode,
			String line1) {
		SurvivorCandidate live = new SurvivorCandidate(new RecordReference("live", "1"), null,
				Map.of("line1", "Hauptstr. 1", "city", "Berlin"));
		SurvivorCandidate old = new SurvivorCandidate(new RecordReference("old", "1"), null,
				Map.of("street", street, "PLZ", postcode, "city", "Berlin"));

		Survivor survivor = new Survivorship(Map.of(),
				new SurvivorshipRule(SurvivorshipRule.Kind.SOURCE_PRIORITY, List.of("live")), ADDRESS)
			.merge(List.of("line1", "city", "street", "PLZ"), List.of(old, live));

		assertThat(List.of(value(survivor, "street"), value(survivor, "PLZ"), value(survivor, "line1"),
				value(survivor, "city")))
			.containsExactly(survivingStreet, survivingPostcode, line1, "Berlin");
		assertThat(survivor.values()).extracting(SurvivingValue::field)
			.isEqualTo(line1.isEmpty() ? List.of("city", "street", "PLZ") : List.of("line1", "city", "street", "PLZ"));
	}

	private static String value(Survivor survivor, String field) {
		return survivor.values()
			.stream()
			.filter((value) -> value.field().equals(field))
			.map((value) -> (value.value() != null) ? value.value() : "")
			.findFirst()
			.orElse("");
	}

	private static SurvivorCandidate address(String source, String text) {
		String[] parts = text.split(",", -1);
		return new SurvivorCandidate(new RecordReference(source, "1"), null,
				Map.of("line1", parts[0], "postalCode", parts[1], "city", parts[2], "country", parts[3]));
	}

	@Test
	void aRuleOfAFieldOverridesThatOfItsAddress() {
		Survivor survivor = new Survivorship(Map.of("city", SurvivorshipRule.of(SurvivorshipRule.Kind.LONGEST)),
				SurvivorshipRule.of(SurvivorshipRule.Kind.MOST_FREQUENT), ADDRESS)
			.merge(PARTS, List.of(address("a", "Hauptstr. 1,10115,Berlin,"), address("b", "Elbweg 2,20095,Hamburg,"),
					address("c", "Elbweg 2,20095,Hamburg-Mitte,")));

		assertThat(survivor.values()).extracting(SurvivingValue::value)
			.containsExactly("Elbweg 2", "20095", "Hamburg-Mitte");
	}

	@ParameterizedTest
	@CsvSource({ "n/a,n/a,+49 30 1,+49 30 1", "-,-,-,-", "NA,NA,DE,NA", "unknown,,030,030" })
	void wordsForNothingDoNotWin(String one, @Nullable String other, String third, String survives) {
		List<SurvivorCandidate> candidates = Stream.of(one, other, third)
			.map((value) -> new SurvivorCandidate(new RecordReference("a", "1"), null,
					(value != null) ? Map.of("phone", value) : Map.of()))
			.toList();

		assertThat(new Survivorship(Map.of(), SurvivorshipRule.of(SurvivorshipRule.Kind.MOST_FREQUENT))
			.merge(List.of("phone"), candidates)
			.values()
			.get(0)
			.value()).isEqualTo(survives);
	}

	@Test
	void refusesOrdersWhereNoneBelongsAndNothingToMerge() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> SurvivorshipRule.of(SurvivorshipRule.Kind.SOURCE_PRIORITY));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new SurvivorshipRule(SurvivorshipRule.Kind.LONGEST, List.of("x")));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new Survivorship(Map.of(), SurvivorshipRule.of(SurvivorshipRule.Kind.LONGEST))
				.merge(List.of("a"), List.of()));
	}

	private SurvivingValue merge(String field, SurvivorshipRule rule) {
		return new Survivorship(Map.of(), rule).merge(List.of(field), this.records).values().get(0);
	}

}
