/**
 * Notes, calls, meetings, tasks and e-mails: what was done and is to be done for
 * customers.
 */
@NullMarked
package io.kehu.customer.activity;

import org.jspecify.annotations.NullMarked;
