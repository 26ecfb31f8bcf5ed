package io.kehu.order.order;

import java.util.List;
import java.util.Map;

import io.kehu.order.customer.CustomerCopies;
import io.kehu.platform.access.ShareStore;
import io.kehu.platform.access.Shares;
import io.kehu.platform.permission.AnnouncedPermission;
import io.kehu.platform.permission.PermissionSource;
import io.kehu.platform.query.ListFields;
import io.kehu.platform.query.ValueConditions;
import io.kehu.platform.record.RecordReading;
import io.kehu.platform.record.RecordReadings;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Declares the list fields and the shares of orders.
 */
@Configuration(proxyBeanMethods = false)
class OrderConfiguration {

	static final ListFields<Order> FIELDS = ListFields.ofDeletable("orders o", Order::id, Order::deletedAt)
		.text("number", "o.number", Order::number, keyed("number"))
		.several("clientOrderNumber", keyed("client_order_number"))
		.search(OrderSearch.COLUMN, OrderSearch::condition)
		.reference("customerId", "o.customer_id")
		.date("orderDate", "o.order_date", false, Order::orderDate)
		.enumeration("status", "o.status", OrderStatus.class)
		.enumeration("fulfilmentStatus", "o.fulfilment_status", FulfilmentStatus.class)
		.enumeration("paymentStatus", "o.payment_status", PaymentStatus.class)
		.several("sku", ofLine("sku", ":value"))
		.ids("productId", ofLine("product_id", "cast(:value as uuid)"))
		.several("customerExternalId", new ValueConditions(
				"o.customer_id in (select c.id from customer_replica c where c.external_ids && array[cast(:value as text)])",
				null, null))
		.unsortedText("currency", "o.currency")
		.number("total", "o.total", Order::total)
		.reference("ownerId", "o.owner_id")
		.reference("teamId", "o.team_id")
		.instant("createdAt", "o.created_at", Order::createdAt)
		.instant("updatedAt", "o.updated_at", Order::updatedAt);

	/** The key contains the date, so that other partitions are not searched. */
	private static ValueConditions keyed(String column) {
		return new ValueConditions(
				"(o.id, o.order_date) in (select k.id, k.order_date from order_key k where k.%s = :value)"
					.formatted(column),
				ValueConditions.matching("o." + column), "o.%s is null".formatted(column));
	}

	private static ValueConditions ofLine(String column, String value) {
		return new ValueConditions(
				"(o.id, o.order_date) in (select l.order_id, l.order_date from order_line l where l.%s = %s)"
					.formatted(column, value),
				null, null);
	}

	@Bean
	PermissionSource prices() {
		return () -> List.of(AnnouncedPermission.of("order:price",
				"Sell at other prices than those of the catalogue, and grant any discount"));
	}

	@Bean
	Shares orderShares(ShareStore shares) {
		return shares.of(Order.class, "order");
	}

	@Bean
	RecordReading<Order, OrderView> orderReading(RecordReadings readings, CustomerCopies customers) {
		return readings.of(Order.class, FIELDS, "order", OrderView.class, "clientOrderNumber", Order::clientOrderNumber,
				Map.of("customerId",
						new RecordReadings.Included<Order>((order) -> order.content().customerId(), customers)));
	}

}
