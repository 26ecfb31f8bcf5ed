/**
 * Shows a profile as a page of HTML that is read by eye, by screen reader and on paper.
 */
@NullMarked
package io.kehu.migration.profile.html;

import org.jspecify.annotations.NullMarked;
