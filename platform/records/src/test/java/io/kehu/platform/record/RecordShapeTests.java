package io.kehu.platform.record;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.kehu.platform.access.Guarded;
import io.kehu.platform.access.Owned;
import io.kehu.platform.access.Ownership;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.JoinColumn;
import jakarta.validation.constraints.Size;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class RecordShapeTests {

	@Test
	void isReadFromTheTypes() {
		RecordShape shape = RecordShape.of(SalesLead.class);
		assertThat(shape.table()).isEqualTo("sales_lead");
		assertThat(shape.details()).isEqualTo(Plain.class);
		assertThat(shape.owned()).isFalse();
		assertThat(shape.keys()).isNull();
		assertThat(RecordShape.of(KeyedLead.class).keys()).isEqualTo(new ExternalIdTable("lead_key", "lead"));
		assertThat(RecordShape.of(KeyedLead.class).mostKeys()).isEqualTo(20);
		assertThat(RecordShape.of(OwnedLead.class).owned()).isTrue();
		assertThat(RecordShape.of(LeadOfACustomer.class).owned()).isFalse();
	}

	@Test
	void refusesContradictions() {
		assertThatIllegalStateException().isThrownBy(() -> RecordShape.of(KeysWithoutASet.class))
			.withMessageContaining("implements Keyed only if its details are KeyedDetails");
		assertThatIllegalStateException().isThrownBy(() -> RecordShape.of(SetWithoutKeys.class))
			.withMessageContaining("implements Keyed only if its details are KeyedDetails");
		assertThatIllegalStateException().isThrownBy(() -> RecordShape.of(KeyedWithoutATable.class))
			.withMessageContaining("@CollectionTable");
		assertThatIllegalStateException().isThrownBy(() -> RecordShape.of(OwnerWithoutAGuard.class))
			.withMessageContaining("is @Guarded by its own owner only if its details are Owned");
		assertThatIllegalStateException().isThrownBy(() -> RecordShape.of(GuardWithoutAnOwner.class))
			.withMessageContaining("is @Guarded by its own owner only if its details are Owned");
	}

	@Test
	void refusesAnEventThatIsNotDeclared() {
		RecordEvents events = RecordEvents.of("kehu.leads", "lead", "captured", RecordEvent.of("converted"));
		assertThat(events.actions()).containsExactly("captured", "changed", "converted", "deleted", "restored");
		View view = new View(UUID.randomUUID(), 3);
		RecordChange change = events.change(RecordEvent.of("converted"), null, view);
		assertThat(change.type()).isEqualTo("io.kehu.lead.converted.v1");
		assertThat(change.version()).isEqualTo(3);
		assertThatIllegalStateException().isThrownBy(() -> events.change(RecordEvent.of("lost"), null, view))
			.withMessageContaining("lost");
	}

	record View(UUID id, long version) implements RecordView {
	}

	record Plain(String name) {
	}

	record WithKeys(@Size(max = 20) List<ExternalId> externalIds) implements KeyedDetails<WithKeys> {

		@Override
		public WithKeys with(List<ExternalId> all) {
			return new WithKeys(all);
		}

	}

	record WithOwner(Ownership ownership) implements Owned<WithOwner> {

		@Override
		public WithOwner ownedBy(Ownership other) {
			return new WithOwner(other);
		}

	}

	abstract static class Lead<D> extends DetailedRecord<D, View> {

		@Override
		protected void apply(D details) {
			throw new UnsupportedOperationException();
		}

		@Override
		public D details() {
			throw new UnsupportedOperationException();
		}

		@Override
		public View view() {
			throw new UnsupportedOperationException();
		}

	}

	static class SalesLead extends Lead<Plain> {

	}

	static class KeyedLead extends Lead<WithKeys> implements Keyed {

		@CollectionTable(name = "lead_key", joinColumns = @JoinColumn(name = "lead"))
		final Set<ExternalId> externalIds = new HashSet<>();

	}

	@Guarded(table = "owned_lead", read = "lead:read", write = "lead:write", delete = "lead:delete")
	static class OwnedLead extends Lead<WithOwner> {

	}

	@Guarded(table = "lead", read = "lead:read", write = "lead:write", delete = "lead:delete", parent = "customer",
			parentId = "customer_id")
	static class LeadOfACustomer extends Lead<Plain> {

	}

	static class KeysWithoutASet extends Lead<WithKeys> {

	}

	static class SetWithoutKeys extends Lead<Plain> implements Keyed {

	}

	static class KeyedWithoutATable extends Lead<WithKeys> implements Keyed {

	}

	static class OwnerWithoutAGuard extends Lead<WithOwner> {

	}

	@Guarded(table = "lead", read = "lead:read", write = "lead:write", delete = "lead:delete")
	static class GuardWithoutAnOwner extends Lead<Plain> {

	}

}
