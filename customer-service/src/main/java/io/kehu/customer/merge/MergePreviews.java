package io.kehu.customer.merge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import io.kehu.customer.customer.CustomerDetails;
import io.kehu.customer.customer.CustomerView;
import io.kehu.customer.customer.MergeableCustomers;
import io.kehu.customer.merge.MergePreview.Difference;
import io.kehu.customer.merge.MergePreview.Moves;
import io.kehu.customer.merge.MergePreview.Value;
import io.kehu.platform.json.RequestJson;
import tools.jackson.databind.JsonNode;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Previews merges. A preview is a merge whose transaction is rolled back, so that it is
 * subject to the same checks.
 */
@Service
class MergePreviews {

	private static final String MOVES = """
			select (select count(*) from contact where customer_id in (:ids)) as contacts,
			(select count(*) from support_case where customer_id in (:ids)) as cases,
			(select count(*) from lead where customer_id in (:ids)) as leads,
			(select count(*) from customer_order where customer_id in (:ids)) as orders,
			(select count(*) from customer where parent_id in (:ids) and deleted_at is null and id not in (:all)) as children""";

	private final MergeableCustomers customers;

	private final Merging merging;

	private final RequestJson json;

	private final JdbcClient jdbc;

	private final TransactionTemplate separate;

	MergePreviews(MergeableCustomers customers, Merging merging, RequestJson json, JdbcClient jdbc,
			PlatformTransactionManager transactions) {
		this.customers = customers;
		this.merging = merging;
		this.json = json;
		this.jdbc = jdbc;
		this.separate = new TransactionTemplate(transactions);
		this.separate.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
	}

	/** Returns what a merge would result in. */
	MergePreview of(UUID survivor, NewMerge wanted) {
		return Objects.requireNonNull(this.separate.execute((transaction) -> {
			transaction.setRollbackOnly();
			List<UUID> merged = wanted.merged().stream().map(CustomerVersion::id).toList();
			List<UUID> all = Stream.concat(Stream.of(survivor), merged.stream()).toList();
			Map<UUID, CustomerView> before = this.customers.find(all);
			Moves moves = moves(merged, all);
			MergeOutcome outcome = this.merging.merge(new CustomerVersion(survivor, null), wanted.merged(),
					wanted.choice(this.json.mapper()));
			List<CustomerView> shown = all.stream()
				.map(before::get)
				.map(Objects::requireNonNull)
				.map(this.customers::shown)
				.toList();
			return new MergePreview(this.customers.shown(outcome.survivor()).details(), differences(shown), moves);
		}));
	}

	private Moves moves(List<UUID> merged, List<UUID> all) {
		return this.jdbc.sql(MOVES)
			.param("ids", merged)
			.param("all", all)
			.query((row, number) -> new Moves(row.getLong("contacts"), row.getLong("cases"), row.getLong("leads"),
					row.getLong("orders"), row.getLong("children")))
			.single();
	}

	private List<Difference> differences(List<CustomerView> customers) {
		Map<UUID, JsonNode> details = new LinkedHashMap<>();
		customers.forEach((customer) -> details.put(customer.id(), tree(customer.details())));
		List<Difference> differences = new ArrayList<>();
		details.values().iterator().next().propertyNames().forEach((field) -> {
			List<JsonNode> values = details.values().stream().map((one) -> one.path(field)).toList();
			if (values.stream().distinct().count() > 1) {
				differences.add(new Difference(field,
						details.entrySet()
							.stream()
							.map((one) -> value(one.getKey(), one.getValue().path(field)))
							.toList()));
			}
		});
		return differences;
	}

	private JsonNode tree(CustomerDetails details) {
		return this.json.mapper().valueToTree(details);
	}

	private Value value(UUID customer, JsonNode value) {
		return new Value(customer, value.isNull() ? null : this.json.mapper().treeToValue(value, Object.class));
	}

}
