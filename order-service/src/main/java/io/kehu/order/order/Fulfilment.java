package io.kehu.order.order;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.kehu.order.amount.Decimals;
import io.kehu.platform.json.ColumnValue;
import io.kehu.platform.problem.FieldError;
import io.kehu.platform.problem.ProblemException;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;

/**
 * The shipments and returns of an order. An order that was completed in another system is
 * shipped without shipments.
 */
@Embeddable
class Fulfilment {

	@Enumerated(EnumType.STRING)
	private FulfilmentStatus fulfilmentStatus = FulfilmentStatus.OPEN;

	@JdbcTypeCode(SqlTypes.JSON)
	@Mutability(ColumnValue.class)
	private List<Delivery> deliveries = List.of();

	FulfilmentStatus status() {
		return this.fulfilmentStatus;
	}

	List<Delivery> deliveries() {
		return this.deliveries;
	}

	/** Returns the quantity of a line that was shipped, including what was returned. */
	BigDecimal shipped(int lineNo, BigDecimal ordered) {
		boolean elsewhere = this.fulfilmentStatus != FulfilmentStatus.OPEN
				&& this.deliveries.stream().noneMatch((one) -> one.kind() == DeliveryKind.SHIPMENT);
		return elsewhere ? ordered : sum(DeliveryKind.SHIPMENT, lineNo);
	}

	/** Returns the quantity of a line that was returned. */
	BigDecimal returned(int lineNo) {
		return sum(DeliveryKind.RETURN, lineNo);
	}

	private BigDecimal sum(DeliveryKind kind, int lineNo) {
		return this.deliveries.stream()
			.filter((one) -> one.kind() == kind)
			.map((one) -> one.quantity(lineNo))
			.reduce(BigDecimal.ZERO, BigDecimal::add);
	}

	/** Returns what is still to be shipped. */
	List<DeliveredLine> open(List<OrderLine> lines) {
		List<DeliveredLine> open = new ArrayList<>();
		for (int i = 0; i < lines.size(); i++) {
			BigDecimal quantity = lines.get(i).quantity();
			BigDecimal rest = quantity.subtract(shipped(i + 1, quantity));
			if (rest.signum() > 0) {
				open.add(new DeliveredLine(i + 1, rest));
			}
		}
		return open;
	}

	/** Returns whether the customer has none of the goods. */
	boolean nothingOutside(List<OrderLine> lines) {
		for (int i = 0; i < lines.size(); i++) {
			if (shipped(i + 1, lines.get(i).quantity()).compareTo(returned(i + 1)) > 0) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Adds a shipment or a return.
	 * @throws ProblemException 400 if a line does not exist, is named twice, or less of
	 * it is left; 409 when the status does not permit it
	 */
	void add(Delivery delivery, List<OrderLine> lines) {
		check(delivery, lines);
		List<Delivery> all = new ArrayList<>(this.deliveries);
		all.add(delivery);
		FulfilmentStatus before = this.fulfilmentStatus;
		this.deliveries = List.copyOf(all);
		this.fulfilmentStatus = before.to(derived(lines));
	}

	private void check(Delivery delivery, List<OrderLine> lines) {
		List<FieldError> errors = new ArrayList<>();
		Set<Integer> named = new HashSet<>();
		for (int i = 0; i < delivery.lines().size(); i++) {
			DeliveredLine one = delivery.lines().get(i);
			String pointer = "/lines/" + i;
			if (one.lineNo() > lines.size()) {
				errors.add(FieldError.at(pointer + "/lineNo", "unknown_reference", "the order has no such line"));
				continue;
			}
			if (!named.add(one.lineNo())) {
				errors.add(FieldError.at(pointer + "/lineNo", "duplicate", "occurs twice"));
			}
			BigDecimal ordered = lines.get(one.lineNo() - 1).quantity();
			BigDecimal shipped = shipped(one.lineNo(), ordered);
			BigDecimal most = (delivery.kind() == DeliveryKind.SHIPMENT) ? ordered.subtract(shipped)
					: shipped.subtract(returned(one.lineNo()));
			if (one.quantity().compareTo(most) > 0) {
				errors.add(FieldError.at(pointer + "/quantity", "out_of_range",
						"must be at most " + Decimals.plain(most).toPlainString()));
			}
		}
		if (!errors.isEmpty()) {
			throw ProblemException.invalid(errors);
		}
	}

	private FulfilmentStatus derived(List<OrderLine> lines) {
		boolean returned = this.deliveries.stream().anyMatch((one) -> one.kind() == DeliveryKind.RETURN);
		if (returned) {
			return nothingOutside(lines) ? FulfilmentStatus.RETURNED : FulfilmentStatus.PARTIALLY_RETURNED;
		}
		return open(lines).isEmpty() ? FulfilmentStatus.SHIPPED : FulfilmentStatus.PARTIALLY_SHIPPED;
	}

	/** Follows the status of the order in another system, unless it was shipped here. */
	void synchronize(OrderStatus status) {
		if (this.deliveries.isEmpty()) {
			this.fulfilmentStatus = (status == OrderStatus.COMPLETED) ? FulfilmentStatus.SHIPPED
					: FulfilmentStatus.OPEN;
		}
	}

}
