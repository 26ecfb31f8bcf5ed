package io.kehu.order.price;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import io.kehu.platform.record.RecordCheck;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/**
 * Finds the prices of products in price lists.
 */
@Repository
public class PriceBook {

	private static final String FIND = """
			select p.product_id, l.id, l.currency, l.segment, l.valid_from, l.valid_to, l.priority, b.quantity,
			(b.price ->> 'amount')::numeric from listed_price p join price_list l on l.id = p.price_list_id
			cross join lateral (select (one ->> 'minQuantity')::numeric as quantity, one -> 'price' as price
			from jsonb_array_elements(p.breaks) as one) b
			where p.product_id = any(?) and p.deleted_at is null and l.deleted_at is null and l.active""";

	private final JdbcTemplate jdbc;

	PriceBook(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/** Returns the listed prices of these products, with one query. */
	public Prices find(Collection<UUID> products) {
		if (products.isEmpty()) {
			return Prices.NONE;
		}
		return new Prices(this.jdbc.query(FIND,
				(row, number) -> new Prices.Offer(row.getObject(1, UUID.class), row.getObject(2, UUID.class),
						row.getString(3), row.getString(4), row.getObject(5, LocalDate.class),
						row.getObject(6, LocalDate.class), row.getInt(7), row.getBigDecimal(8), row.getBigDecimal(9)),
				new SqlArrayValue("uuid", products.toArray())));
	}

	/** Prepares the check that prices are in the currencies of their lists. */
	RecordCheck<PriceDetails> check(Collection<PriceDetails> chunk) {
		Map<UUID, String> currencies = new HashMap<>();
		Object[] lists = chunk.stream().map(PriceDetails::priceListId).filter(Objects::nonNull).distinct().toArray();
		this.jdbc.query("select id, currency from price_list where id = any(?)", (row) -> {
			currencies.put(row.getObject(1, UUID.class), row.getString(2));
		}, new SqlArrayValue("uuid", lists));
		return (candidate) -> candidate.details()
			.check(Objects.requireNonNull(currencies.get(candidate.details().priceListId())));
	}

}
