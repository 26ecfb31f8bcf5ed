/**
 * The terms by which records are found that have no trigrams: characters of Chinese,
 * Japanese and Korean names, their pinyin, and the ends of phone numbers.
 */
@NullMarked
package io.kehu.customer.term;

import org.jspecify.annotations.NullMarked;
