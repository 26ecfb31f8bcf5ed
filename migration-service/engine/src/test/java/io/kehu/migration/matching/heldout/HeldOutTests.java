package io.kehu.migration.matching.heldout;

import java.util.List;
import java.util.stream.Stream;

import io.kehu.migration.matching.LinkageResult;
import io.kehu.migration.matching.LinkageSettings;
import io.kehu.migration.matching.LinkageSource;
import io.kehu.migration.matching.Linker;
import io.kehu.migration.matching.PairwiseQuality;
import io.kehu.migration.matching.clusters.ReviewPair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds the one default configuration to a floor on sets unlike each other.
 */
class HeldOutTests {

	private static final System.Logger LOG = System.getLogger(HeldOutTests.class.getName());

	private static final List<String> WITHOUT_NUMBER = Shape.FEBRL.subList(0, Shape.FEBRL.size() - 1);

	private static final List<String> CRM = List.of("full_name", "email", "phone", "suburb", "street");

	private static final List<String> COMPANIES = List.of("company", "street", "suburb", "postcode");

	private static final List<String> VARIANTS = List.of("full_name", "date_of_birth", "suburb", "postcode", "gender",
			"occupation");

	private static final Linker LINKER = new Linker(LinkageSettings.defaults());

	static Stream<Arguments> shapes() {
		return Stream
			.of(Arguments.of("few errors", english(Shape.FEBRL).errors(2, 1), 0.998),
					Arguments.of("up to five copies", english(Shape.FEBRL).copiesOfAll(5).errors(6, 2), 0.998),
					Arguments.of("one copy of each", english(Shape.FEBRL).copiesOfAll(1).errors(6, 2), 0.997),
					Arguments.of("no identifier", english(WITHOUT_NUMBER).copiesOfAll(5).errors(6, 2), 0.995),
					Arguments.of("an error in nearly every field",
							english(WITHOUT_NUMBER).copiesOfAll(5).errors(10, 3).missing(8), 0.975),
					Arguments.of("relatives at one address", english(WITHOUT_NUMBER).copies(2).errors(3, 1).families(),
							0.87),
					Arguments.of("German", Shape.of(Language.GERMAN, WITHOUT_NUMBER).copies(3).errors(4, 2), 0.994),
					Arguments.of("Spanish", Shape.of(Language.SPANISH, WITHOUT_NUMBER).copies(3).errors(4, 2), 0.993),
					Arguments.of("Cyrillic, columns without names",
							Shape.of(Language.RUSSIAN, WITHOUT_NUMBER).copies(3).errors(4, 2), 0.99),
					Arguments.of("contacts with gaps", english(CRM).copies(2).errors(3, 1).missing(20), 0.975),
					Arguments.of("Spanish contacts with gaps",
							Shape.of(Language.SPANISH, CRM).copies(2).errors(3, 1).missing(20), 0.975),
					Arguments.of("companies, some without a name", english(COMPANIES).copies(3).errors(3, 1), 0.95),
					Arguments.of("German companies, some without a name",
							Shape.of(Language.GERMAN, COMPANIES).copies(3).errors(3, 1), 0.96),
					Arguments.of("companies", english(COMPANIES).copies(3).errors(3, 1).missing(0), 0.985),
					Arguments.of("German companies",
							Shape.of(Language.GERMAN, COMPANIES).copies(3).errors(3, 1).missing(0), 0.985),
					Arguments.of("companies with a turnover",
							english(List.of("company", "suburb", "turnover")).copies(3).errors(2, 1), 0.935),
					Arguments.of("no dates",
							english(List.of("given_name", "surname", "street", "house", "suburb", "postcode")).copies(3)
								.errors(3, 1),
							0.99),
					Arguments.of("empty and constant columns",
							english(List.of("note", "given_name", "surname", "source", "street", "postcode",
									"date_of_birth"))
								.copies(3)
								.errors(3, 1),
							0.985),
					Arguments.of("many variants of each", english(VARIANTS).entities(400).copiesOfAll(18).missing(15),
							0.955),
					Arguments.of("names and birthdays alone",
							english(List.of("given_name", "surname", "date_of_birth")).copies(2).errors(1, 1), 0.97),
					Arguments.of(
							"names and addresses of mail", english(List.of("full_name", "email")).copies(2)
								.errors(1, 1),
							0.92),
					Arguments.of("last names called name",
							Shape.of(Language.GERMAN, List.of("given_name", "full_name", "email", "suburb", "postcode"))
								.copies(2)
								.errors(3, 1),
							0.965),
					Arguments.of("contacts of companies",
							english(List.of("given_name", "surname", "company", "email", "phone", "suburb")).copies(2)
								.errors(3, 1)
								.missing(10),
							0.99),
					Arguments.of("few records", english(WITHOUT_NUMBER).entities(70).copies(2), 0.98));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("shapes")
	void findsDuplicatesWithoutTuning(String name, Shape shape, double least) {
		HeldOutSet set = HeldOutSet.of(shape, 20_261);

		PairwiseQuality quality = PairwiseQuality.of(link(set), set::entity);

		LOG.log(System.Logger.Level.INFO, "%s: F1 %.4f, %s".formatted(name, quality.f1(), quality));
		assertThat(quality.f1()).as("%s: %s", name, quality).isGreaterThanOrEqualTo(least);
	}

	@Test
	void leavesCompaniesWithoutANameForReviewWhereTheirAddressesAgree() {
		HeldOutSet set = HeldOutSet.of(english(COMPANIES).copies(3).errors(3, 1), 20_261);

		LinkageResult result = link(set);

		List<ReviewPair> nameless = result.review()
			.stream()
			.filter((pair) -> isNameless(set, pair.left()) || isNameless(set, pair.right()))
			.toList();
		assertThat(nameless).hasSizeGreaterThan(25);
		assertThat(nameless).filteredOn((pair) -> set.entity(pair.left()) == set.entity(pair.right()))
			.hasSizeGreaterThan((int) (0.9 * nameless.size()));
		for (int row = 0; row < set.table().rows(); row++) {
			assertThat(isNameless(set, row) && result.cluster(result.clusterOf(row)).length > 1).isFalse();
		}
	}

	private static boolean isNameless(HeldOutSet set, int row) {
		return set.table().column("company").value(row) == null;
	}

	@Test
	void findsNothingWhereNothingIsDoubled() {
		HeldOutSet set = HeldOutSet.of(english(WITHOUT_NUMBER).copies(0), 5);

		assertThat(link(set).clusters()).isGreaterThan((int) (0.999 * set.table().rows()));
	}

	private static LinkageResult link(HeldOutSet set) {
		return LINKER.link(LinkageSource.of("held out", set.table()));
	}

	private static Shape english(List<String> columns) {
		return Shape.of(Language.ENGLISH, columns).entities(1_200);
	}

}
