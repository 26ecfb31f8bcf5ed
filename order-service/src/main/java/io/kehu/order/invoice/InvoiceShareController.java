package io.kehu.order.invoice;

import io.kehu.platform.access.ShareController;
import io.kehu.platform.access.Shares;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * REST API of the shares of invoices.
 */
@RestController
@RequestMapping(InvoiceController.PATH)
class InvoiceShareController extends ShareController {

	InvoiceShareController(@Qualifier("invoiceShares") Shares shares) {
		super(shares);
	}

}
