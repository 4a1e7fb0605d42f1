"""The log's activities in both languages: its work items are called in Dutch."""

from lushan.words import Text

WORK = {
    "W_Afhandelen leads": Text("跟进线索", "following up leads"),
    "W_Completeren aanvraag": Text("补全申请", "completing the application"),
    "W_Nabellen offertes": Text("报价回访", "calling after an offer"),
    "W_Valideren aanvraag": Text("审核申请", "assessing the application"),
    "W_Nabellen incomplete dossiers": Text("催补材料", "calling for missing papers"),
    "W_Beoordelen fraude": Text("欺诈核查", "looking into fraud"),
    "W_Wijzigen contractgegevens": Text("变更合同", "changing the contract"),
}
STATES = {
    "A_SUBMITTED": Text("提交", "submitted"),
    "A_PARTLYSUBMITTED": Text("受理", "partly submitted"),
    "A_PREACCEPTED": Text("初审通过", "preaccepted"),
    "A_ACCEPTED": Text("申请通过", "accepted"),
    "A_FINALIZED": Text("申请定稿", "finalized"),
    "A_APPROVED": Text("批准", "approved"),
    "A_REGISTERED": Text("登记", "registered"),
    "A_ACTIVATED": Text("激活", "activated"),
    "A_DECLINED": Text("拒绝", "declined"),
    "A_CANCELLED": Text("取消", "cancelled"),
    "O_SELECTED": Text("选定报价", "offer selected"),
    "O_CREATED": Text("生成报价", "offer created"),
    "O_SENT": Text("寄出报价", "offer sent"),
    "O_SENT_BACK": Text("报价寄回", "offer sent back"),
    "O_ACCEPTED": Text("接受报价", "offer accepted"),
    "O_CANCELLED": Text("报价作废", "offer cancelled"),
    "O_DECLINED": Text("回绝报价", "offer declined"),
}
WORDS = tuple((WORK | STATES).items())
