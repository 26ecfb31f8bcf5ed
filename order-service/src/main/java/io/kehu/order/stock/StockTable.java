package io.kehu.order.stock;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import io.kehu.order.amount.Decimals;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/**
 * Reads and writes stock levels and reservations as orders change them. Rows are always
 * locked in the same order: the reservations of an order, then the levels by product.
 */
@Repository
class StockTable {

	private static final String LOCK_RESERVATIONS = """
			select order_id, product_id, quantity from stock_reservation where order_id = any(?)
			order by order_id, product_id for update""";

	private static final String LOCK_LEVELS = """
			select * from stock_level where product_id = any(?) and deleted_at is null order by product_id for update""";

	/** The condition is what keeps a quantity from being reserved twice. */
	private static final String MOVE = """
			update stock_level s set on_hand = s.on_hand + m.on_hand, reserved = s.reserved + m.reserved,
			version = s.version + 1, updated_at = ?
			from unnest(?::uuid[], ?::numeric[], ?::numeric[], ?::boolean[]) as m (id, on_hand, reserved, forced)
			where s.id = m.id and (m.forced or s.on_hand - s.reserved + m.on_hand - m.reserved >= 0
			or m.on_hand - m.reserved >= 0) and s.on_hand + m.on_hand >= 0""";

	private static final String RESERVE = """
			insert into stock_reservation (order_id, product_id, quantity, expires_at)
			select order_id, product_id, quantity, ?::timestamptz
			from unnest(?::uuid[], ?::uuid[], ?::numeric[]) as r (order_id, product_id, quantity)
			on conflict (order_id, product_id) do update set quantity = excluded.quantity,
			expires_at = excluded.expires_at""";

	private static final String RELEASE = """
			delete from stock_reservation where (order_id, product_id) in
			(select * from unnest(?::uuid[], ?::uuid[]))""";

	private static final String EXPIRED = """
			select order_id from stock_reservation where expires_at <= ? order by expires_at limit 1
			for update skip locked""";

	private final JdbcTemplate jdbc;

	StockTable(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/** Returns and locks what orders have reserved. */
	Map<Key, BigDecimal> lockReservations(Collection<UUID> orders) {
		Map<Key, BigDecimal> reserved = new LinkedHashMap<>();
		this.jdbc.query(LOCK_RESERVATIONS, (row) -> {
			reserved.put(new Key(row.getObject(1, UUID.class), row.getObject(2, UUID.class)), row.getBigDecimal(3));
		}, new SqlArrayValue("uuid", orders.toArray()));
		return reserved;
	}

	/** Returns and locks the levels of those of these products that have one. */
	Map<UUID, StockView> lockLevels(Collection<UUID> products) {
		Map<UUID, StockView> levels = new LinkedHashMap<>();
		this.jdbc.query(LOCK_LEVELS, (row) -> {
			StockView level = level(row);
			levels.put(level.productId(), level);
		}, new SqlArrayValue("uuid", products.toArray()));
		return levels;
	}

	private static StockView level(ResultSet row) throws SQLException {
		BigDecimal onHand = row.getBigDecimal("on_hand");
		BigDecimal reserved = row.getBigDecimal("reserved");
		return new StockView(row.getObject("id", UUID.class), row.getLong("version"),
				row.getObject("product_id", UUID.class), Decimals.plain(onHand), Decimals.plain(reserved),
				Decimals.plain(onHand.subtract(reserved)), instant(row, "created_at"), instant(row, "updated_at"),
				null);
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

	/**
	 * Moves stock by atomic conditional updates.
	 * @return how many levels were changed: all of them, unless one has too little
	 */
	int move(List<Change> changes, Instant now) {
		return this.jdbc.update(MOVE, Timestamp.from(now), column("uuid", changes, Change::level),
				column("numeric", changes, Change::onHand), column("numeric", changes, Change::reserved),
				column("boolean", changes, Change::forced));
	}

	/** Stores what orders have reserved of some products. */
	void reserve(Map<Key, BigDecimal> quantities, @Nullable Instant expiresAt) {
		List<Key> kept = quantities.keySet()
			.stream()
			.filter((key) -> quantities.getOrDefault(key, BigDecimal.ZERO).signum() > 0)
			.toList();
		if (!kept.isEmpty()) {
			this.jdbc.update(RESERVE, (expiresAt != null) ? Timestamp.from(expiresAt) : null,
					column("uuid", kept, Key::order), column("uuid", kept, Key::product),
					column("numeric", kept, (key) -> quantities.getOrDefault(key, BigDecimal.ZERO)));
		}
		List<Key> released = quantities.keySet().stream().filter((key) -> !kept.contains(key)).toList();
		if (!released.isEmpty()) {
			this.jdbc.update(RELEASE, column("uuid", released, Key::order), column("uuid", released, Key::product));
		}
	}

	/** Returns when the reservations of an order expire, or null if they do not. */
	@Nullable Instant findExpiry(UUID order) {
		return this.jdbc
			.queryForList("select expires_at from stock_reservation where order_id = ? limit 1", OffsetDateTime.class,
					order)
			.stream()
			.filter(Objects::nonNull)
			.map(OffsetDateTime::toInstant)
			.findFirst()
			.orElse(null);
	}

	/** Returns an order with a reservation that has expired, and locks that. */
	Optional<UUID> lockExpired(Instant now) {
		return this.jdbc.queryForList(EXPIRED, UUID.class, Timestamp.from(now)).stream().findFirst();
	}

	private static <T> SqlArrayValue column(String type, List<T> rows, Function<T, Object> value) {
		return new SqlArrayValue(type, rows.stream().map(value).toArray());
	}

	/**
	 * A product of an order.
	 */
	record Key(UUID order, UUID product) {
	}

	/**
	 * The change of one level.
	 *
	 * @param onHand the change of the quantity in the warehouse
	 * @param reserved the change of the reserved quantity
	 * @param forced whether more can be reserved than there is
	 */
	record Change(UUID level, BigDecimal onHand, BigDecimal reserved, boolean forced) {

		Change plus(Change other) {
			return new Change(this.level, this.onHand.add(other.onHand), this.reserved.add(other.reserved),
					this.forced);
		}

		/** Returns whether a level has too little for this change. */
		boolean exceeds(StockView stock) {
			BigDecimal available = this.onHand.subtract(this.reserved);
			boolean promised = available.signum() < 0 && stock.available().add(available).signum() < 0;
			return (promised && !this.forced) || stock.onHand().add(this.onHand).signum() < 0;
		}

		boolean nothing() {
			return this.onHand.signum() == 0 && this.reserved.signum() == 0;
		}

		StockView appliedTo(StockView stock, Instant now) {
			return stock.moved(stock.onHand().add(this.onHand), stock.reserved().add(this.reserved), now);
		}

	}

}
