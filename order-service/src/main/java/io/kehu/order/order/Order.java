package io.kehu.order.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;

import io.kehu.platform.access.Guarded;
import io.kehu.platform.access.Ownership;
import io.kehu.platform.id.Ids;
import io.kehu.platform.money.Money;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.record.StoredRecord;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.ListIndexBase;
import org.jspecify.annotations.Nullable;

/**
 * An order of a customer, or a draft of one.
 */
@Entity
@Table(name = "orders")
@IdClass(OrderKey.class)
@Guarded(table = "orders", read = "order:read", write = "order:write", delete = "order:write",
		row = "(r.id, r.order_date) in (select k.id, k.order_date from order_key k where k.id = any(:records))")
class Order extends StoredRecord<OrderView> {

	@Id
	private UUID id;

	@Id
	private LocalDate orderDate;

	private String number;

	private @Nullable String clientOrderNumber;

	private UUID customerId;

	@Enumerated(EnumType.STRING)
	private OrderStatus status;

	private String currency;

	private BigDecimal subtotal;

	private BigDecimal taxTotal;

	private BigDecimal total;

	@ElementCollection
	@CollectionTable(name = "order_line",
			joinColumns = { @JoinColumn(name = "order_id", referencedColumnName = "id"),
					@JoinColumn(name = "order_date", referencedColumnName = "orderDate") })
	@OrderColumn(name = "line_no")
	@ListIndexBase(1)
	@BatchSize(size = 50)
	private List<OrderLine> lines = new ArrayList<>();

	@Embedded
	private @Nullable Ownership ownership;

	/** For JPA. */
	@SuppressWarnings("NullAway.Init")
	protected Order() {
	}

	@SuppressWarnings("NullAway.Init")
	private Order(String number, OrderContent content, OrderStatus status, Instant now) {
		super(now);
		this.id = Ids.next();
		this.orderDate = content.orderDate();
		this.number = number;
		this.status = status;
		apply(content, now);
	}

	/**
	 * Creates an order. One that is loaded from another system may have any status.
	 */
	static Order take(String number, OrderContent content, OrderStatus status, Instant now) {
		return new Order(number, content, status, now);
	}

	/**
	 * Changes the order. Customer, date and lines can be changed until it is confirmed;
	 * owner, team and client order number at any time.
	 * @return whether anything changed
	 * @throws ProblemException 409 when the status does not permit the change
	 */
	boolean change(OrderContent content, Instant now) {
		OrderContent current = content();
		if (content.equals(current)) {
			return false;
		}
		if (!this.status.open() && !content.sameOrderAs(current)) {
			throw OrderStatus
				.illegal("A %s order can't be changed; only a draft or placed order can.".formatted(this.status));
		}
		apply(content, now);
		return true;
	}

	/**
	 * Replaces the order with its state in the system that it is loaded from, regardless
	 * of the transitions in between.
	 * @param origin its status in that system, or null to keep the present one
	 * @return whether anything changed
	 * @throws ProblemException 409 when the date differs
	 */
	boolean synchronize(OrderContent content, @Nullable OrderStatus origin, Instant now) {
		OrderStatus reached = (origin != null) ? origin : this.status;
		if (content.equals(content()) && reached == this.status) {
			return false;
		}
		if (!content.orderDate().equals(this.orderDate)) {
			throw ProblemException.conflict("/orderDate", "conflict",
					"order %s has the date %s; a bulk load can't change it".formatted(this.number, this.orderDate));
		}
		this.status = reached;
		apply(content, now);
		return true;
	}

	private void apply(OrderContent content, Instant now) {
		PricedLines priced = content.lines();
		this.clientOrderNumber = content.clientOrderNumber();
		this.customerId = content.customerId();
		this.currency = priced.currency();
		this.subtotal = priced.subtotal();
		this.taxTotal = priced.taxTotal();
		this.total = priced.total();
		this.ownership = content.ownership();
		changed(now);
		if (!this.lines.equals(priced.lines())) {
			this.lines.clear();
			this.lines.addAll(priced.lines());
		}
	}

	/**
	 * Marks the order as changed after it was moved to another date.
	 */
	void moved(Instant now) {
		changed(now);
	}

	/**
	 * Assigns the order to another customer after a merge, regardless of its status.
	 */
	void reassign(UUID customer, Instant now) {
		this.customerId = customer;
		changed(now);
	}

	/** Places a draft. */
	void place(Instant now) {
		step(OrderStatus.PLACED, now);
	}

	/** Confirms a placed order. */
	void confirm(Instant now) {
		step(OrderStatus.CONFIRMED, now);
	}

	/** Completes a confirmed order. */
	void complete(Instant now) {
		step(OrderStatus.COMPLETED, now);
	}

	/** Cancels an order that is not completed. */
	void cancel(Instant now) {
		step(OrderStatus.CANCELLED, now);
	}

	private void step(OrderStatus next, Instant now) {
		this.status = this.status.to(next);
		changed(now);
	}

	/**
	 * Deletes the order; it can be restored.
	 * @throws ProblemException 409 unless it is a draft or cancelled
	 */
	@Override
	public void delete(Instant now) {
		if (!this.status.deletable()) {
			throw OrderStatus.illegal("A %s order can't be deleted; cancel it first.".formatted(this.status));
		}
		super.delete(now);
	}

	/**
	 * Returns the client-writable fields.
	 */
	OrderDetails details() {
		return new OrderDetails(this.clientOrderNumber, this.customerId, null, this.orderDate, this.status,
				this.lines.stream().map((line) -> line.details(this.currency)).toList(),
				Ownership.orNone(this.ownership));
	}

	/**
	 * Returns the validated content.
	 */
	OrderContent content() {
		return new OrderContent(this.clientOrderNumber, this.customerId, this.orderDate,
				new PricedLines(this.currency, this.lines), Ownership.orNone(this.ownership));
	}

	@Override
	public OrderView view() {
		List<OrderLineView> views = IntStream.range(0, this.lines.size())
			.mapToObj((i) -> this.lines.get(i).view(i + 1, this.currency))
			.toList();
		return new OrderView(this.id, version(), this.number, this.clientOrderNumber, this.customerId, this.orderDate,
				this.status, views, money(this.subtotal), money(this.taxTotal), money(this.total),
				Ownership.orNone(this.ownership), createdAt(), updatedAt(), deletedAt());
	}

	private Money money(BigDecimal amount) {
		return Money.of(amount, this.currency).normalized();
	}

	OrderKey key() {
		return new OrderKey(this.id, this.orderDate);
	}

	@Override
	public UUID id() {
		return this.id;
	}

	String number() {
		return this.number;
	}

	@Nullable String clientOrderNumber() {
		return this.clientOrderNumber;
	}

	LocalDate orderDate() {
		return this.orderDate;
	}

	OrderStatus status() {
		return this.status;
	}

	BigDecimal total() {
		return this.total;
	}

	boolean hasClientOrderNumber(@Nullable String otherNumber) {
		return Objects.equals(this.clientOrderNumber, otherNumber);
	}

}
