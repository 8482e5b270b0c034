/** What pupils do, as outcomes begin: used to tell "Weekly reading support" from "Read a page", and to find a second act. */
export const ACT_VERBS: readonly string[] =
  `accept add adjust agree answer apply approach arrange arrive ask attempt attend avoid balance be become
begin bend blend book borrow bounce break breathe bring brush build button buy calculate call care carry catch change check
choose circle clap clean clear climb close coach collect colour combine come communicate compare complete compose concentrate
contact continue contribute control cook cope copy correct count cover crawl create cross cut cycle dance decide decode
define deliver demonstrate describe design develop dictate differentiate discuss divide do drag draw dress drink drive earn eat
edit email engage enjoy enlarge enter enrol estimate evaluate exchange explain explore express extend fasten feed feel fetch
fill find finish fit fix focus fold follow form gain gather generate get give glue go greet grip guess hand handle hang have
hear help hold hop identify imitate improve increase indicate infer initiate interact interrupt introduce invite join judge
jump keep kick know label land lead learn leave let lift line link lipread list listen locate log look lower maintain make
manage mark master match measure meet mix model move multiply name navigate negotiate notice observe offer open operate order
organise organize overcome pack paint participate partition pass pause pay perform persevere phone photograph pick plan play
point pour practise practice predict prepare present press produce pronounce propel pull punctuate push put question race
raise reach react read rearrange recall receive recite recognise recognize record recount reduce refer refuse regulate
rehearse remain remember remove reorder repeat reply report request research resist resolve respond retell return revise ride roll round run
save say scan score search segment select self-assess self-correct self-regulate send separate sequence serve set settle
shake share shop shout show sign signal sing sit skip sleep solve sort sound speak spell spend stand start state stay step
stop store subtract suggest summarise summarize support swallow swap swim take talk tap taste teach telephone tell test text
thank think throw tick tidy tie time tolerate touch trace track transfer transition transport travel treat try turn type
underline understand undo unpack use utter verbalise visit vocalise vote wait wake walk wash wave wear weigh win wipe wipe
work write zip`
    .split(/\s+/)
    .filter((verb) => verb !== 'transport' && verb !== 'visit' && verb !== 'support')
