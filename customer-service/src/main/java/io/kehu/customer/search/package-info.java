/**
 * One search over customers, contacts, leads and cases.
 */
@NullMarked
package io.kehu.customer.search;

import org.jspecify.annotations.NullMarked;
