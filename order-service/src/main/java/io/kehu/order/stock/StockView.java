package io.kehu.order.stock;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.kehu.order.amount.Decimals;
import io.kehu.platform.record.RecordView;
import org.jspecify.annotations.Nullable;

/**
 * A stock level as clients and subscribers see it.
 *
 * @param onHand the quantity in the warehouse
 * @param reserved what orders have reserved of it
 * @param available what can still be ordered; negative if less was counted than is
 * reserved
 * @param deletedAt when it was deleted, absent while it exists
 */
record StockView(UUID id, long version, UUID productId, BigDecimal onHand, BigDecimal reserved, BigDecimal available,
		Instant createdAt, Instant updatedAt,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant deletedAt) implements RecordView {

	/** Returns the level after a movement, in the next version. */
	StockView moved(BigDecimal newOnHand, BigDecimal newReserved, Instant now) {
		return new StockView(this.id, this.version + 1, this.productId, Decimals.plain(newOnHand),
				Decimals.plain(newReserved), Decimals.plain(newOnHand.subtract(newReserved)), this.createdAt, now,
				this.deletedAt);
	}

}
