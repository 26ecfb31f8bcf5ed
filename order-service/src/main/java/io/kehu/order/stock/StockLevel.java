package io.kehu.order.stock;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

import io.kehu.order.amount.Decimals;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.record.DetailedRecord;
import io.kehu.platform.record.RecordEvent;
import jakarta.persistence.Entity;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;

/**
 * How much of a product is in the warehouse, and how much of it orders have reserved.
 */
@Entity
class StockLevel extends DetailedRecord<StockDetails, StockView> {

	static final RecordEvent ADJUSTED = RecordEvent.of("adjusted");

	private static final int MOST_DIGITS = 15;

	private UUID productId;

	private BigDecimal onHand;

	private BigDecimal reserved;

	/** For JPA. */
	@SuppressWarnings("NullAway.Init")
	protected StockLevel() {
	}

	@SuppressWarnings("NullAway.Init")
	StockLevel(StockDetails details, Instant now) {
		super(now);
		this.reserved = BigDecimal.ZERO;
		apply(details);
	}

	/**
	 * Adds a quantity that has arrived, or removes one that is lost.
	 * @throws ProblemException 400 if the quantity in the warehouse would be negative
	 */
	@Nullable RecordEvent adjust(BigDecimal quantity, Instant now) {
		if (quantity.signum() == 0) {
			return null;
		}
		BigDecimal result = this.onHand.add(quantity);
		if (result.signum() < 0 || result.precision() - result.scale() > MOST_DIGITS) {
			throw ProblemException.invalid("/quantity", "out_of_range",
					"would change the quantity on hand to " + Decimals.plain(result).toPlainString());
		}
		this.onHand = result;
		changed(now);
		return ADJUSTED;
	}

	/**
	 * Deletes the level, after which the product can be ordered in any quantity.
	 * @throws ProblemException 409 while orders have reserved some of it
	 */
	@Override
	public void delete(Instant now) {
		if (this.reserved.signum() > 0) {
			throw ProblemException.of(HttpStatus.CONFLICT, "reserved",
					"Orders have reserved %s of this product.".formatted(Decimals.plain(this.reserved)));
		}
		super.delete(now);
	}

	@Override
	protected void apply(StockDetails details) {
		this.productId = details.productId();
		this.onHand = details.onHand();
	}

	@Override
	public StockDetails details() {
		return new StockDetails(this.productId, this.onHand);
	}

	@Override
	public StockView view() {
		return new StockView(id(), version(), this.productId, Decimals.plain(this.onHand),
				Decimals.plain(this.reserved), Decimals.plain(this.onHand.subtract(this.reserved)), createdAt(),
				updatedAt(), deletedAt());
	}

	BigDecimal available() {
		return this.onHand.subtract(this.reserved);
	}

}
