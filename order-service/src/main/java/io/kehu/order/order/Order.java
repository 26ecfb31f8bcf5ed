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

	private @Nullable String createdBy;

	private @Nullable String clientOrderNumber;

	private UUID customerId;

	private String currency;

	private @Nullable String campaignCode;

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

	@Embedded
	private OrderProgress progress;

	@Embedded
	private @Nullable Settlement settlement;

	/** For JPA. */
	@SuppressWarnings("NullAway.Init")
	protected Order() {
	}

	/**
	 * Creates an order. One that is loaded from another system may have any status.
	 * @param origin when and by whom it was created there
	 */
	@SuppressWarnings("NullAway.Init")
	Order(String number, OrderContent content, OrderStatus status, OrderOrigin origin, Instant now) {
		super(origin.createdAtOr(now));
		this.createdBy = origin.author();
		this.id = Ids.next();
		this.orderDate = content.orderDate();
		this.number = number;
		this.progress = new OrderProgress(status);
		apply(content, now);
	}

	/**
	 * Changes the order. Customer, date and lines can be changed until it is confirmed;
	 * owner, team, client order number and campaign at any time.
	 * @return whether anything changed
	 * @throws ProblemException 409 when the status does not permit the change
	 */
	boolean change(OrderContent content, Instant now) {
		OrderContent current = content();
		if (content.equals(current)) {
			return false;
		}
		if (!status().open() && !content.sameOrderAs(current)) {
			throw OrderStatus
				.illegal("A %s order can't be changed; only a draft or placed order can.".formatted(status()));
		}
		apply(content, now);
		return true;
	}

	/**
	 * Replaces the order with its state in the system that it is loaded from, regardless
	 * of the transitions in between.
	 * @param status its status in that system, or null to keep the present one
	 * @param origin where it comes from; the time and the author of its creation remain
	 * @return whether anything changed
	 * @throws ProblemException 409 when the number or the date differs
	 */
	boolean synchronize(OrderContent content, @Nullable OrderStatus status, OrderOrigin origin, Instant now) {
		OrderStatus reached = (status != null) ? status : status();
		origin.check(this.number);
		if (content.equals(content()) && reached == status()) {
			return false;
		}
		if (!content.orderDate().equals(this.orderDate)) {
			throw ProblemException.conflict("/orderDate", "conflict",
					"order %s has the date %s; a bulk load can't change it".formatted(this.number, this.orderDate));
		}
		if (!this.progress.fulfilment().deliveries().isEmpty() && !content.lines().equals(content().lines())) {
			throw ProblemException.conflict("/lines", "conflict",
					"order %s has shipments or returns; its lines can't change".formatted(this.number));
		}
		this.progress.synchronize(reached);
		apply(content, now);
		return true;
	}

	private void apply(OrderContent content, Instant now) {
		PricedLines priced = content.lines();
		this.settlement = Settlement.of(this.settlement, this.currency, priced);
		this.clientOrderNumber = content.clientOrderNumber();
		this.customerId = content.customerId();
		this.currency = priced.currency();
		this.subtotal = priced.subtotal();
		this.taxTotal = priced.taxTotal();
		this.total = priced.total();
		this.campaignCode = content.campaignCode();
		this.ownership = content.ownership();
		changed(now);
		if (!this.lines.equals(priced.lines())) {
			this.lines.clear();
			this.lines.addAll(priced.lines());
		}
	}

	/** Sets what was paid. */
	void settle(BigDecimal paid, BigDecimal refunded, Instant now) {
		this.settlement = settlement().with(paid, refunded, this.total);
		changed(now);
	}

	Settlement settlement() {
		return Objects.requireNonNull(this.settlement);
	}

	/** Assigns the order to another customer after a merge, regardless of its status. */
	void reassign(UUID customer, Instant now) {
		this.customerId = customer;
		changed(now);
	}

	/** Places a draft. */
	void place(Instant now) {
		this.progress.step(OrderStatus.PLACED);
		changed(now);
	}

	/** Confirms a placed order. */
	void confirm(Instant now) {
		this.progress.step(OrderStatus.CONFIRMED);
		changed(now);
	}

	/**
	 * Completes a confirmed order.
	 * @return the shipment of what was left, or null if nothing was
	 */
	@Nullable Delivery complete(Instant now) {
		changed(now);
		return this.progress.complete(this.lines, now);
	}

	/** Cancels an open or confirmed order, unless the customer has some of the goods. */
	void cancel(Instant now) {
		this.progress.cancel(this.lines);
		changed(now);
	}

	/** Returns what is still to be shipped. */
	List<DeliveredLine> open() {
		return this.progress.fulfilment().open(this.lines);
	}

	/** Marks the order as changed, and returns its progress in order to change it. */
	OrderProgress advance(Instant now) {
		changed(now);
		return this.progress;
	}

	List<OrderLine> lines() {
		return this.lines;
	}

	/**
	 * Deletes the order; it can be restored.
	 * @throws ProblemException 409 unless it is a draft or cancelled
	 */
	@Override
	public void delete(Instant now) {
		if (!status().deletable()) {
			throw OrderStatus.illegal("A %s order can't be deleted; cancel it first.".formatted(status()));
		}
		super.delete(now);
	}

	/** Returns the client-writable fields. */
	OrderDetails details() {
		return new OrderDetails(this.clientOrderNumber, this.customerId, null, this.orderDate, status(), null,
				this.lines.stream().map((line) -> line.details(this.currency)).toList(), null, this.campaignCode,
				Ownership.orNone(this.ownership));
	}

	/** Returns the validated content. */
	OrderContent content() {
		return new OrderContent(this.clientOrderNumber, this.customerId, this.orderDate,
				new PricedLines(this.currency, this.lines), this.campaignCode, Ownership.orNone(this.ownership));
	}

	@Override
	public OrderView view() {
		List<OrderLineView> views = IntStream.range(0, this.lines.size())
			.mapToObj((i) -> this.lines.get(i).view(i + 1, this.currency, this.progress.fulfilment()))
			.toList();
		return new OrderView(this.id, version(), this.number, this.clientOrderNumber, this.customerId, this.orderDate,
				status(), this.progress.fulfilment().status(), settlement().paymentStatus(), this.progress.holdReason(),
				views, money(this.subtotal), money(this.taxTotal), money(this.total), money(settlement().paid()),
				money(settlement().refunded()), this.progress.fulfilment().deliveries(), this.campaignCode,
				Ownership.orNone(this.ownership), this.createdBy, createdAt(), updatedAt(), deletedAt());
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
		return this.progress.status();
	}

	BigDecimal total() {
		return this.total;
	}

	boolean hasClientOrderNumber(@Nullable String otherNumber) {
		return Objects.equals(this.clientOrderNumber, otherNumber);
	}

}
