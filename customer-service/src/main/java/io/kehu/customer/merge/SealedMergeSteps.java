package io.kehu.customer.merge;

import java.util.UUID;

import io.kehu.customer.customer.CustomerDetails;
import io.kehu.platform.personal.PersonalData;
import io.kehu.platform.personal.SealedCopies;
import io.kehu.platform.sealing.SealedPlace;
import io.kehu.platform.sealing.SealedRows;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;

/**
 * What merges changed of customers, as a place with sealed values.
 */
@Component
class SealedMergeSteps implements SealedPlace {

	private static final UUID FIRST = new UUID(0, 0);

	private final SealedRows rows;

	private final SealedCopies copies;

	private final JsonMapper json;

	SealedMergeSteps(SealedRows rows, SealedCopies copies, JsonMapper json) {
		this.rows = rows;
		this.copies = copies;
		this.json = json;
	}

	@Override
	public String name() {
		return "customer_merge_step";
	}

	@Override
	public long seal() {
		return this.rows.seal(new SealedRows.Walk<>("""
				select merge_id, position, customer_id, before, after from customer_merge_step
				where (merge_id, position) > (?, ?) order by merge_id, position""",
				(row, number) -> new Row(row.getObject(1, UUID.class), row.getInt(2), row.getObject(3, UUID.class),
						(ObjectNode) this.json.readTree(row.getString(4)),
						(ObjectNode) this.json.readTree(row.getString(5))),
				(row) -> new Object[] { row.merge(), row.position() }, """
						update customer_merge_step set before = ?::jsonb, after = ?::jsonb
						where merge_id = ? and position = ?""", this::sealed), FIRST, -1);
	}

	private Object @Nullable [] sealed(Row row) {
		return (outdated(row.before()) || outdated(row.after()))
				? new Object[] { resealed(row, row.before()), resealed(row, row.after()), row.merge(), row.position() }
				: null;
	}

	private boolean outdated(ObjectNode details) {
		return PersonalData.of(CustomerDetails.class)
			.sealedMembers()
			.stream()
			.anyMatch((member) -> this.copies.outdated(CustomerDetails.class, member, details.path(member)));
	}

	private String resealed(Row row, ObjectNode details) {
		return this.json.writeValueAsString(this.copies.sealed(CustomerDetails.class, row.customer(),
				this.copies.opened(CustomerDetails.class, row.customer(), details)));
	}

	private record Row(UUID merge, int position, UUID customer, ObjectNode before, ObjectNode after) {
	}

}
