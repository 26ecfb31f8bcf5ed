package io.kehu.order.payment;

import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import io.kehu.order.order.OrderPayments;
import io.kehu.platform.access.Ownership;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.record.RecordStore;
import io.kehu.platform.security.Caller;
import io.kehu.platform.web.ExpectedVersion;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Stores what payment providers notify of, each notification once.
 */
@Service
@EnableConfigurationProperties(PaymentProperties.class)
class Notifications {

	private static final String CLAIM = """
			insert into payment_notification (provider, id, received_at) values (?, ?, now()) on conflict do nothing""";

	/** Notifications about one payment are stored one after the other. */
	private static final String LOCK = """
			select pg_advisory_xact_lock(hashtextextended('payment:' || ?, 0))""";

	private final RecordStore<PaymentDetails, Payment, PaymentView> payments;

	private final OrderPayments orders;

	private final PaymentProperties properties;

	private final JdbcTemplate jdbc;

	private final TransactionOperations transactions;

	private final Clock clock;

	Notifications(RecordStore<PaymentDetails, Payment, PaymentView> payments, OrderPayments orders,
			PaymentProperties properties, JdbcTemplate jdbc, TransactionOperations transactions, Clock clock) {
		this.payments = payments;
		this.orders = orders;
		this.properties = properties;
		this.jdbc = jdbc;
		this.transactions = transactions;
		this.clock = clock;
	}

	/**
	 * Checks the signature of a notification.
	 * @throws ProblemException 404 if there is no such provider, 401 if it has not signed
	 * the body within the last minutes
	 */
	void verify(String provider, NotificationSignature signature, byte[] body) {
		PaymentProperties.Provider known = this.properties.providers().get(provider);
		if (known == null) {
			throw ProblemException.notFound("payment provider", provider);
		}
		if (!signature.verifies(Base64.getDecoder().decode(known.secret()), body, this.clock.instant(),
				this.properties.tolerance())) {
			throw ProblemException.of(HttpStatus.UNAUTHORIZED, "invalid-signature",
					"The provider has not signed the notification within the last minutes.");
		}
	}

	/**
	 * Stores a payment or a refund; has no effect if the notification was stored before.
	 * @throws ProblemException 409 if a refund arrives before its payment
	 */
	void accept(String provider, String id, Notification notification) {
		SecurityContext before = SecurityContextHolder.getContext();
		try {
			SecurityContextHolder.setContext(contextOf(provider));
			this.transactions.executeWithoutResult((transaction) -> {
				if (this.jdbc.update(CLAIM, provider, id) > 0) {
					String reference = provider + ":" + notification.data().reference();
					this.jdbc.query(LOCK, (row) -> {
					}, reference);
					store(reference, notification);
				}
			});
		}
		finally {
			SecurityContextHolder.setContext(before);
		}
	}

	/** The history names the provider. */
	private static SecurityContext contextOf(String provider) {
		Caller caller = new Caller(provider, null, provider, provider, Set.of(),
				Set.of("payment:read", "payment:write", "order:read"), Set.of());
		SecurityContext context = SecurityContextHolder.createEmptyContext();
		context.setAuthentication(new UsernamePasswordAuthenticationToken(caller, "", List.of()));
		return context;
	}

	/**
	 * Providers also repeat a notification with another id. What was deleted since does
	 * not come back by that.
	 */
	private void store(String reference, Notification notification) {
		Notification.Data data = notification.data();
		switch (notification.type()) {
			case PAID -> {
				if (find("select id from payment where reference = ?", reference).isEmpty()) {
					this.payments.create(new PaymentDetails(reference, data.amount(), PaymentMethod.OTHER, data.date(),
							allocations(data), List.of(), Ownership.NONE));
				}
			}
			case REFUNDED -> this.payments.act(require(reference), new ExpectedVersion((Long) null),
					(payment, now) -> isKnown(payment, data) ? null : payment.refund(new Refund(refunded(payment, data),
							data.amount(), data.date(), data.refundReference(), null), now));
		}
	}

	private static boolean isKnown(Payment payment, Notification.Data data) {
		return payment.details()
			.refunds()
			.stream()
			.anyMatch((refund) -> Objects.equals(refund.reference(), data.refundReference()));
	}

	/** Money that arrived is stored even if the order cannot be paid with it. */
	private List<Allocation> allocations(Notification.Data data) {
		UUID order = data.orderId();
		OrderPayments.Payable payable = (order != null) ? this.orders.find(List.of(order)).get(order) : null;
		return (order != null && payable != null && payable.currency().equals(data.amount().currency()))
				? List.of(new Allocation(order, data.amount())) : List.of();
	}

	/** The order that was refunded, if it has some of the payment. */
	private static @Nullable UUID refunded(Payment payment, Notification.Data data) {
		List<UUID> orders = payment.details().allocations().stream().map(Allocation::orderId).toList();
		return orders.contains(data.orderId()) ? data.orderId() : orders.isEmpty() ? null : orders.get(0);
	}

	private Optional<UUID> find(String query, String reference) {
		return this.jdbc.queryForList(query, UUID.class, reference).stream().findFirst();
	}

	private UUID require(String reference) {
		return find("select id from payment where reference = ? and deleted_at is null", reference)
			.orElseThrow(() -> ProblemException.of(HttpStatus.CONFLICT, "unknown-payment",
					"There is no payment %s yet; send the notification again.".formatted(reference)));
	}

}
