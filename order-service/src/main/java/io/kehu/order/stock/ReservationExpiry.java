package io.kehu.order.stock;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Releases reservations that have expired. Several instances can do it at the same time.
 */
@Component
class ReservationExpiry {

	private static final Logger log = LoggerFactory.getLogger(ReservationExpiry.class);

	private final StockTable table;

	private final StockReservations reservations;

	private final TransactionOperations transactions;

	private final Clock clock;

	ReservationExpiry(StockTable table, StockReservations reservations, TransactionOperations transactions,
			Clock clock) {
		this.table = table;
		this.reservations = reservations;
		this.transactions = transactions;
		this.clock = clock;
	}

	/** Releases all reservations that have expired. */
	@Scheduled(fixedDelayString = "PT5S")
	void releaseExpired() {
		try {
			boolean more = true;
			while (more && !Thread.currentThread().isInterrupted()) {
				more = Boolean.TRUE.equals(this.transactions.execute((transaction) -> releaseOne()));
			}
		}
		catch (DataAccessException ex) {
			log.warn("Expired reservations could not be released; this is retried: {}", ex.getMessage());
		}
	}

	/**
	 * One order in a transaction, since stock levels are locked in an order within each.
	 */
	private boolean releaseOne() {
		Optional<UUID> order = this.table.lockExpired(this.clock.instant());
		order.ifPresent(this.reservations::release);
		return order.isPresent();
	}

}
