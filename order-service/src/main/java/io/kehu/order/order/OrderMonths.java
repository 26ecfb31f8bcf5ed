package io.kehu.order.order;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the partitions of orders and lines: some months ahead, and any other month before
 * the first order of it is stored.
 */
@Component
class OrderMonths implements ApplicationRunner {

	/** Older orders share one partition. */
	static final YearMonth FIRST = YearMonth.of(1990, 1);

	private static final int AHEAD = 3;

	private final JdbcTemplate jdbc;

	private final TransactionTemplate apart;

	private final Clock clock;

	private final Set<YearMonth> known = ConcurrentHashMap.newKeySet();

	OrderMonths(JdbcTemplate jdbc, PlatformTransactionManager transactions, Clock clock) {
		this.jdbc = jdbc;
		this.apart = new TransactionTemplate(transactions);
		this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
		this.clock = clock;
	}

	/** Before the service is ready for requests. */
	@Override
	public void run(ApplicationArguments arguments) {
		makeAhead();
	}

	@Scheduled(initialDelayString = "PT6H", fixedDelayString = "PT6H")
	void makeAhead() {
		YearMonth current = YearMonth.now(this.clock);
		ensure(IntStream.rangeClosed(0, AHEAD).mapToObj((months) -> current.plusMonths(months).atDay(1)).toList());
	}

	/**
	 * Makes the months of these dates unless they are there, each in a transaction of its
	 * own that commits at once; so to be called before a transaction touches orders.
	 */
	void ensure(Collection<LocalDate> dates) {
		dates.stream()
			.map(YearMonth::from)
			.filter((month) -> !month.isBefore(FIRST) && !this.known.contains(month))
			.distinct()
			.sorted()
			.forEach(this::make);
	}

	private void make(YearMonth month) {
		this.apart.executeWithoutResult((transaction) -> this.jdbc.queryForObject("select ensure_order_month(?)",
				Boolean.class, month.atDay(1)));
		this.known.add(month);
	}

}
