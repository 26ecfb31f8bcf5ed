package io.kehu.customer.merge;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.kehu.customer.customer.CustomerDetails;
import io.kehu.customer.customer.CustomerView;
import io.kehu.customer.merge.MergeStep.Role;
import io.kehu.platform.problem.FieldError;
import io.kehu.platform.record.ExternalId;
import org.junit.jupiter.api.Test;

import static io.kehu.customer.merge.MergedCustomersFixture.byId;
import static io.kehu.customer.merge.MergedCustomersFixture.merged;
import static io.kehu.customer.merge.MergedCustomersFixture.person;
import static io.kehu.customer.merge.MergedCustomersFixture.present;
import static io.kehu.customer.merge.MergedCustomersFixture.step;
import static io.kehu.customer.merge.MergedCustomersFixture.with;
import static org.assertj.core.api.Assertions.assertThat;

class MergeReversalTests {

	private static final UUID SURVIVOR = UUID.randomUUID();

	private static final UUID MERGED = UUID.randomUUID();

	private static final UUID CHILD = UUID.randomUUID();

	private static final ExternalId CRM = new ExternalId("crm", "1");

	private static final ExternalId SHOP = new ExternalId("shop", "2");

	private final CustomerDetails ada = person("""
			"name": "Ada", "tags": ["key"], "customFields": {"size": 1.50},
			"externalIds": [{"system": "crm", "id": "1"}]""");

	private final CustomerDetails king = person("""
			"name": "King", "birthDate": "1815-12-10", "tags": ["noble"],
			"externalIds": [{"system": "shop", "id": "2"}]""");

	private final CustomerDetails both = CombinedDetails.of(List.of(this.ada, this.king), null);

	private final CustomerDetails child = person("\"name\": \"Byron\", \"parentId\": \"%s\"".formatted(MERGED));

	private final MergeReversal reversal = new MergeReversal(
			List.of(step(SURVIVOR, Role.SURVIVOR, 1, this.ada, this.both),
					step(MERGED, Role.MERGED, 1, this.king, this.king.with(List.of())),
					step(CHILD, Role.CHILD, 1, this.child, with(this.child, "parentId", SURVIVOR))),
			MergedCustomersFixture.JSON);

	private final CustomerView mergedNow = merged(MERGED, 1, this.king, SURVIVOR);

	private Map<UUID, CustomerView> now(CustomerDetails survivor) {
		return byId(present(SURVIVOR, 5, survivor), this.mergedNow);
	}

	private List<String> conflicts(Map<UUID, CustomerView> current) {
		return this.reversal.conflicts(current, Set.of())
			.stream()
			.map((error) -> error.pointer() + " " + error.code())
			.toList();
	}

	@Test
	void gathersWhatTheStepsSay() {
		assertThat(this.reversal.survivorId()).isEqualTo(SURVIVOR);
		assertThat(this.reversal.merged()).extracting(MergeStep::customerId).containsExactly(MERGED);
		assertThat(this.reversal.children()).extracting(MergeStep::customerId).containsExactly(CHILD);
		assertThat(this.reversal.externalIds()).containsExactly(SHOP);
		assertThat(this.reversal.before(this.reversal.merged().get(0))).isEqualTo(this.king);
		assertThat(this.reversal.before(this.reversal.children().get(0))).isEqualTo(this.child);
	}

	@Test
	void leavesTheSurvivorAsItWasWhenNothingHappenedSince() {
		assertThat(conflicts(now(this.both))).isEmpty();
		assertThat(this.reversal.remaining(this.both)).isEqualTo(this.ada);
	}

	@Test
	void keepsLaterChangesToWhatTheMergeLeftAlone() {
		CustomerDetails changed = with(with(this.both, "name", "Countess"), "taxNumber", "7");
		assertThat(conflicts(now(changed))).isEmpty();
		CustomerDetails remaining = this.reversal.remaining(changed);
		assertThat(remaining).isEqualTo(with(with(this.ada, "name", "Countess"), "taxNumber", "7"));
	}

	@Test
	void keepsExternalIdsThatCameLater() {
		ExternalId later = new ExternalId("erp", "3");
		CustomerDetails changed = this.both.with(List.of(CRM, later, SHOP));
		assertThat(conflicts(now(changed))).isEmpty();
		assertThat(this.reversal.remaining(changed).externalIds()).containsExactly(CRM, later);
	}

	@Test
	void conflictsWithLaterChangesToWhatTheMergeChanged() {
		assertThat(conflicts(now(with(this.both, "birthDate", "1816-01-01"))))
			.containsExactly("/survivor/birthDate changed");
		assertThat(conflicts(now(with(with(this.both, "tags", List.of("new")), "birthDate", null))))
			.as("a field that is again as before the merge is no conflict")
			.containsExactly("/survivor/tags changed");
	}

	@Test
	void comparesNumbersByValue() {
		CustomerDetails rescaled = with(this.both, "customFields", Map.of("size", 1.5));
		CustomerDetails merged = with(rescaled, "name", "A");
		assertThat(conflicts(now(merged))).isEmpty();
	}

	@Test
	void conflictsWithAChangedOrMissingMergedCustomer() {
		assertThat(conflicts(byId(present(SURVIVOR, 5, this.both), merged(MERGED, 2, this.king, SURVIVOR))))
			.containsExactly("/merged/0 changed");
		assertThat(conflicts(byId(present(SURVIVOR, 5, this.both), merged(MERGED, 1, this.king, CHILD))))
			.containsExactly("/merged/0 changed");
		assertThat(conflicts(byId(present(SURVIVOR, 5, this.both), present(MERGED, 1, this.king))))
			.containsExactly("/merged/0 changed");
		assertThat(conflicts(byId(present(SURVIVOR, 5, this.both)))).containsExactly("/merged/0 changed");
	}

	@Test
	void conflictsWithAnotherHolderOfAnExternalId() {
		List<FieldError> errors = this.reversal.conflicts(now(this.both), Set.of(SHOP));
		assertThat(errors).singleElement().satisfies((error) -> {
			assertThat(error.pointer()).isEqualTo("/merged/0");
			assertThat(error.code()).isEqualTo("taken");
			assertThat(error.message()).contains("shop:2");
		});
	}

	@Test
	void conflictsWithASurvivorThatIsGone() {
		UUID next = UUID.randomUUID();
		CustomerView mergedOn = merged(SURVIVOR, 6, this.both, next);
		List<FieldError> errors = this.reversal.conflicts(byId(mergedOn, this.mergedNow), Set.of());
		assertThat(errors).singleElement().satisfies((error) -> {
			assertThat(error.pointer()).isEqualTo("/survivor");
			assertThat(error.message()).contains(next.toString(), "undo that merge first");
		});
		CustomerView deleted = new CustomerView(SURVIVOR, 6, this.both, mergedOn.createdAt(), mergedOn.updatedAt(),
				mergedOn.deletedAt(), null, null);
		assertThat(this.reversal.conflicts(byId(deleted, this.mergedNow), Set.of())).singleElement()
			.satisfies((error) -> assertThat(error.message()).contains("restore it first"));
	}

	@Test
	void namesAllConflictsAtOnce() {
		assertThat(conflicts(
				byId(present(SURVIVOR, 5, with(this.both, "tags", List.of())), present(MERGED, 3, this.king))))
			.containsExactly("/survivor/tags changed", "/merged/0 changed");
	}

}
