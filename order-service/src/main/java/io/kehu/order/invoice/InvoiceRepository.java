package io.kehu.order.invoice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/**
 * Finds the invoices that others depend on.
 */
interface InvoiceRepository extends JpaRepository<Invoice, UUID> {

	/** Returns and locks an invoice. */
	@Query(value = "select i.* from invoice i where i.id = :id for update", nativeQuery = true)
	Optional<Invoice> lock(UUID id);

	/** Returns the invoices for an order that are not credited as a whole. */
	@Query("select i from Invoice i where i.orderId = :order and i.kind = InvoiceKind.INVOICE and i.credited < i.total")
	List<Invoice> findUncredited(UUID order);

	/** Returns the credit notes for an invoice. */
	@Query("select i from Invoice i where i.creditedInvoiceId = :invoice")
	List<Invoice> findCreditNotes(UUID invoice);

	/**
	 * Returns and locks some overdue invoices of unpaid orders that are to be reminded
	 * of: once they are due for these numbers of days, and not soon after the last
	 * reminder or another change.
	 */
	@Query(value = """
			select i.* from invoice i join order_key k on k.id = i.order_id
			join orders o on o.id = k.id and o.order_date = k.order_date
			where i.kind = 'INVOICE' and i.credited < i.total and o.payment_status in ('UNPAID', 'PARTIALLY_PAID')
			and o.status <> 'CANCELLED' and (i.dunning_level = 0 or i.updated_at < :before)
			and i.due_on <= case i.dunning_level when 0 then cast(:first as date) when 1 then cast(:second as date)
			when 2 then cast(:third as date) end
			order by i.due_on, i.id limit 100 for update of i skip locked""", nativeQuery = true)
	List<Invoice> findToRemind(LocalDate first, LocalDate second, LocalDate third, Instant before);

}
