package io.kehu.platform.record;

import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Publishes the current state of all records, after the database was restored and the
 * topics were emptied. Consumers ignore the versions that they have handled.
 * <p>
 * Each occasion has a name, so that it takes place once, however often the service
 * starts. All instances take part, and an interrupted one continues where it was.
 */
public final class Republication {

	private static final Logger logger = LoggerFactory.getLogger(Republication.class);

	private static final int PAGE = 500;

	private static final UUID BEGINNING = new UUID(0, 0);

	private final RecordStores stores;

	private final ObjectProvider<RepublishedRecords> others;

	private final RecordJournal journal;

	private final RecordTransactions transactions;

	private final JdbcTemplate jdbc;

	private final String occasion;

	private volatile boolean stopping;

	Republication(RecordStores stores, ObjectProvider<RepublishedRecords> others, JdbcTemplate jdbc,
			RepublicationProperties properties) {
		this.stores = stores;
		this.others = others;
		this.journal = stores.tools().journal();
		this.transactions = stores.tools().transactions();
		this.jdbc = jdbc;
		this.occasion = properties.republish();
	}

	@EventListener(ApplicationReadyEvent.class)
	void start() {
		if (!this.occasion.isEmpty()) {
			Thread thread = new Thread(() -> publishAll(this.occasion), "kehu-republication");
			thread.setDaemon(true);
			thread.start();
		}
	}

	void stop() {
		this.stopping = true;
	}

	/** Publishes what has not been published for this occasion. */
	void publishAll(String name) {
		Stream.concat(this.stores.republished().stream(), this.others.stream()).forEach((kind) -> {
			this.jdbc.update(
					"insert into republication (occasion, topic, subject, position) values (?, ?, ?, ?) on conflict do nothing",
					name, kind.topic(), kind.subject(), BEGINNING);
			int pages = 0;
			BooleanSupplier page = () -> Boolean.TRUE.equals(this.transactions.change(() -> publishPage(name, kind)));
			while (!this.stopping && page.getAsBoolean()) {
				pages++;
			}
			logger.info("Published {} pages of {} again for {}", pages, kind.subject(), name);
		});
	}

	/** Returns whether there may be more. */
	private boolean publishPage(String name, RepublishedRecords kind) {
		List<UUID> position = this.jdbc.queryForList("""
				select position from republication
				where occasion = ? and topic = ? and subject = ? and not finished for update""", UUID.class, name,
				kind.topic(), kind.subject());
		if (position.isEmpty()) {
			return false;
		}
		List<RecordChange> page = kind.next(position.get(0), PAGE);
		this.journal.publishAgain(page);
		this.jdbc.update("""
				update republication set position = ?, finished = ?
				where occasion = ? and topic = ? and subject = ?""",
				page.isEmpty() ? position.get(0) : page.get(page.size() - 1).id(), page.size() < PAGE, name,
				kind.topic(), kind.subject());
		return page.size() == PAGE;
	}

}
