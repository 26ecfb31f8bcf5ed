package io.kehu.customer.campaign;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import io.kehu.customer.figures.VisibleOrders;
import io.kehu.platform.access.Restriction;
import io.kehu.platform.money.Money;
import io.kehu.platform.record.VisibleRecords;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads the e-mails of campaigns to those customers that the caller may see.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY, readOnly = true)
class MessageQueries {

	private static final UUID FIRST = new UUID(0, 0);

	private final EntityManager entities;

	private final VisibleRecords customers;

	private final VisibleOrders orders;

	MessageQueries(EntityManager entities, @Qualifier("customers") VisibleRecords customers, VisibleOrders orders) {
		this.entities = entities;
		this.customers = customers;
		this.orders = orders;
	}

	/** Returns e-mails of a campaign, in the order of their ids. */
	List<MessageView> page(UUID campaign, @Nullable MessageStatus status, @Nullable UUID after, int limit) {
		Restriction visible = this.customers.visible("r");
		Restriction clear = this.customers.clear("r");
		Map<String, Object> parameters = new HashMap<>(visible.parameters());
		parameters.putAll(clear.parameters());
		parameters.put("campaign", campaign);
		parameters.put("after", (after != null) ? after : FIRST);
		parameters.put("limit", limit);
		if (status != null) {
			parameters.put("status", status.name());
		}
		return rows(
				"""
						select m.*, case when %s then m.address end as shown from campaign_message m
						join customer r on r.id = m.customer_id where m.campaign_id = :campaign and m.id > :after and %s and %s
						order by m.id limit :limit"""
					.formatted(clear.sql(), visible.sql(), (status != null) ? "m.status = :status" : "true"),
				parameters, MessageQueries::message);
	}

	private static MessageView message(Tuple row) {
		return new MessageView(row.get("id", UUID.class), row.get("step", Integer.class),
				row.get("customer_id", UUID.class), row.get("contact_id", UUID.class), row.get("shown", String.class),
				MessageStatus.valueOf(row.get("status", String.class)), row.get("reason", String.class),
				row.get("queued_at", Instant.class), row.get("due_at", Instant.class),
				row.get("sent_at", Instant.class), row.get("opened_at", Instant.class),
				row.get("clicked_at", Instant.class), row.get("bounced_at", Instant.class),
				row.get("opted_out_at", Instant.class));
	}

	/**
	 * Returns what has become of the e-mails of a campaign, and which orders there are.
	 */
	CampaignResults results(UUID id, CampaignDetails campaign) {
		Restriction visible = this.customers.visible("r");
		Map<String, Object> parameters = new HashMap<>(visible.parameters());
		parameters.put("campaign", id);
		List<CampaignResults.StepResults> steps = rows("""
				select m.step as step, count(*) filter (where m.status in ('QUEUED', 'SENDING')) as queued,
				count(m.sent_at) as sent, count(m.opened_at) as opened, count(m.clicked_at) as clicked,
				count(m.bounced_at) as bounced, count(m.opted_out_at) as opted_out,
				count(*) filter (where m.status = 'UNKNOWN') as unknown,
				count(*) filter (where m.status in ('FAILED', 'SKIPPED', 'CANCELLED')) as not_sent
				from campaign_message m join customer r on r.id = m.customer_id
				where m.campaign_id = :campaign and %s group by m.step order by m.step""".formatted(visible.sql()),
				parameters,
				(row) -> new CampaignResults.StepResults(row.get("step", Integer.class), number(row, "queued"),
						number(row, "sent"), number(row, "opened"), number(row, "clicked"), number(row, "bounced"),
						number(row, "opted_out"), number(row, "unknown"), number(row, "not_sent")));
		Restriction known = this.orders.restriction("o");
		Map<String, Object> values = new HashMap<>(known.parameters());
		values.put("code", campaign.code());
		return new CampaignResults(campaign.budget(), steps, rows("""
				select o.currency as currency, count(*) as orders, sum(o.amount) as revenue from customer_order o
				where o.campaign_code = :code and o.counted and o.amount is not null and %s
				group by o.currency order by o.currency""".formatted(known.sql()), values,
				(row) -> new CampaignResults.OrderResults(number(row, "orders"),
						Money.of(row.get("revenue", BigDecimal.class), row.get("currency", String.class))
							.normalized())));
	}

	private static long number(Tuple row, String name) {
		return row.get(name, Long.class);
	}

	private <T> List<T> rows(String sql, Map<String, Object> parameters, Function<Tuple, T> view) {
		Query query = this.entities.createNativeQuery(sql, Tuple.class);
		parameters.forEach(query::setParameter);
		List<T> found = new ArrayList<>();
		for (Object row : query.getResultList()) {
			found.add(view.apply((Tuple) row));
		}
		return found;
	}

}
