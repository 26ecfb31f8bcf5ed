package io.kehu.customer.customer;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.kehu.platform.access.Ownership;
import org.junit.jupiter.api.Test;

import static io.kehu.customer.customer.CustomerFixture.details;
import static org.assertj.core.api.Assertions.assertThat;

class CustomerTests {

	private static final Instant THEN = Instant.parse("2026-01-01T00:00:00Z");

	private static final Instant NOW = Instant.parse("2026-01-02T00:00:00Z");

	private final CustomerDetails ada = details("""
			"kind": "person", "name": "Ada", "ownerId": "018f2f6e-0000-7000-8000-000000000001",
			"externalIds": [{"system": "crm", "id": "1"}, {"system": "shop", "id": "2"}]""");

	private final Customer customer = Customer.register(this.ada, THEN);

	@Test
	void holdsItsDetails() {
		assertThat(this.customer.details()).isEqualTo(this.ada);
		assertThat(this.customer.view().details()).isEqualTo(this.ada);
		assertThat(this.customer.createdAt()).isEqualTo(THEN);
	}

	@Test
	void changesOnlyWhenTheDetailsDiffer() {
		assertThat(this.customer.change(this.ada, NOW)).isFalse();
		assertThat(this.customer.updatedAt()).isEqualTo(THEN);
		CustomerDetails changed = this.ada.ownedBy(Ownership.NONE);
		assertThat(this.customer.change(changed, NOW)).isTrue();
		assertThat(this.customer.updatedAt()).isEqualTo(NOW);
		assertThat(this.customer.details()).isEqualTo(changed);
	}

	@Test
	void isDeletedAndReleasesItsExternalIdsWhenItIsMerged() {
		UUID survivor = UUID.randomUUID();
		this.customer.mergeInto(survivor, NOW);
		assertThat(this.customer.mergedInto()).isEqualTo(survivor);
		assertThat(this.customer.deletedAt()).isEqualTo(NOW);
		assertThat(this.customer.externalIds()).isEmpty();
		assertThat(this.customer.view().details()).isEqualTo(this.ada.with(List.of()));
	}

	@Test
	void isAsBeforeWhenItIsSeparated() {
		this.customer.mergeInto(UUID.randomUUID(), NOW);
		this.customer.separate(this.ada, NOW);
		assertThat(this.customer.mergedInto()).isNull();
		assertThat(this.customer.deleted()).isFalse();
		assertThat(this.customer.details()).isEqualTo(this.ada);
	}

	@Test
	void settlesOnUnchangedDetailsAsAChange() {
		this.customer.settle(this.ada, NOW);
		assertThat(this.customer.updatedAt()).isEqualTo(NOW);
		assertThat(this.customer.details()).isEqualTo(this.ada);
	}

}
