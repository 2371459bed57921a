# French spacing: a narrow space that does not break before tall punctuation and inside quotation
# marks, one that does not break in the number of an article, and the apostrophe.
s/[  ]\([:;!?»]\)/ \1/g
s/« /« /g
s/ %%/ %%/g
s/\([0-9…]\) %/\1 %/g
s/art\. L\. /art. L. /g
s/\([[:alpha:]]\)'\([[:alpha:]]\)/\1’\2/g
s/\([^«]\) \(%[-0-9.*]*[a-z]\)/\1 \2/g
